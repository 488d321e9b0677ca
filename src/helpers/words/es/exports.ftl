# Cuaderno 01: cuánto crecieron las exportaciones.

exports-dollars = { $dollars ->
    [real] dólares de { YEAR($price_year) } (CPI-U)
   *[nominal] dólares corrientes
}
exports-label-bound = { $why ->
    [surface] solo vías terrestres: una cota inferior
   *[part] solo una parte: una cota inferior
}
exports-label-air = por aire o barco
exports-label-surface = por tierra (vías terrestres)
exports-label-whole = todas las vías, sin desglose
exports-label-nominal = dólares corrientes
exports-label-real = dólares constantes
exports-label-lower-bound = { $why ->
    [surface] solo vías terrestres
   *[part] cotas inferiores
}
exports-label-all-modes = todas las vías
exports-label-sum = { MONEY($usd, is: $kind) }
exports-label-claim = la carta: { RATIO($claim) }
exports-label-rank = { $rank }. { COUNTRY($country) }
exports-label-other-states = Otros estados
exports-label-state-of-mexico = Estado de México
exports-label-share = { PCT($share) }
exports-label-re-exports = reexportaciones
exports-label-domestic = bienes nacionales de EE. UU.
exports-window-label = { $window }
exports-heading-all = Todas las vías{ $base_is ->
    [at_least] {" "}(base: { $why ->
        [surface] solo terrestres
       *[part] cota inferior
    })
   *[other] {""}
}: { RATIO($ratio, is: $ratio_is) }
exports-heading-surface = Vías terrestres en ambos periodos: { RATIO($ratio, is: $ratio_is) }

exports-option-bts-all-modes = BTS, todas las vías
exports-option-comtrade-us = UN Comtrade, todas las vías
exports-option-census-api = Census, todas las vías
exports-option-surface-by-state = BTS por estado, terrestre
exports-option-comtrade-old = UN Comtrade antes de 2023
exports-option-comtrade-plus = UN Comtrade (aportado)
exports-option-usitc-dataweb = USITC DataWeb
exports-option-census-usa-trade = USA Trade Online (Census)
exports-option-bts-transborder = BTS, archivos mensuales
exports-option-nominal = dólares corrientes
exports-option-real = dólares constantes
exports-option-shift-none = periodos tal cual
exports-option-shift-earlier = periodos { $n ->
    [one] 1 año
   *[other] { $n } años
} antes
exports-option-shift-later = periodos { $n ->
    [one] 1 año
   *[other] { $n } años
} después
exports-option-length = periodos de { $n } años

exports-heading-9301 = 9301 Militares
exports-heading-9302 = 9302 Armas cortas
exports-heading-9303 = 9303 Deportivas
exports-heading-9304 = 9304 Otras armas
exports-heading-9305 = 9305 Partes
exports-heading-9306 = 9306 Municiones
exports-heading-9307 = 9307 Armas blancas
exports-kind-military-weapons = Armas militares
exports-kind-civilian-firearms = Armas civiles
exports-kind-small-arms-ammunition = Municiones

exports-series =
    .title = Lo exportado en { $comparison_window } fue { RATIO($ratio, is: $ratio_is) } el monto de { $base_window }
    .subtitle = Exportaciones de EE. UU. de armas y municiones (SA 93) a México, millones de { exports-dollars }, { $first }–{ $last }
    .note = Valor libre al costado del buque.{ $bounded ->
        [no] {""}
       *[yes] {" "}Rayado con flecha: { $bound_first }–{ $bound_last } solo cuenta { $bounded ->
            [surface] vías terrestres
           *[part] vías terrestres o algunos códigos del capítulo
        }, una cota inferior{ $ratio_is ->
            [at_most] , así que la razón es una cota superior
           *[other] {""}
        }.
    }{ $unrevised ->
        [none] {""}
       *[other] {" "}{ $unrevised } aún no se revisa.
    }
    .alt = Gráfica de barras de exportaciones de armas a México, { $first } a { $last }: { MONEY($base, is: $base_is) } en { $base_window }, { MONEY($comparison, is: $comparison_is) } en { $comparison_window }, { RATIO($ratio, is: $ratio_is) } el monto.
    .long-description = Una barra por año.{ $bounded ->
        [no] {""}
       *[yes] {" "}Hasta { $bound_last } las cifras son cotas inferiores.
    } Las exportaciones suman { MONEY($base, is: $base_is) } en { $base_window } y { MONEY($comparison, is: $comparison_is) } en { $comparison_window }. El año más alto es { $peak_year } con { MONEY($peak) }. La suma del periodo posterior es { RATIO($ratio, is: $ratio_is) } la del anterior{ $ratio_is ->
        [at_most] , pues la anterior es una cota inferior
       *[other] {""}
    }.

exports-windows =
    .title = Lo exportado fue { RATIO($ratio, is: $ratio_is) } el monto por todas las vías, { RATIO($surface_ratio) } en igualdad de base
    .subtitle = Exportaciones de EE. UU. de armas y municiones (SA 93) a México, millones de { exports-dollars }, sumas de { $base_window } y { $comparison_window }
    .note = { $base_is ->
        [at_least] Rayado: cota inferior, pues para todo { $base_window } { $why ->
            [surface] solo se publican vías terrestres
           *[part] solo se cuenta una parte
        }.{" "}
       *[other] {""}
    }En igualdad de base, ambos periodos salen de una sola tabla por estado de destino. La carta dice { RATIO($claim) }.
    .alt = Barras en pares. Todas las vías: { MONEY($base, is: $base_is) } en { $base_window } y { MONEY($comparison) } en { $comparison_window }. Solo terrestres: { MONEY($surface_base) } y { MONEY($surface_comparison) }, { RATIO($surface_ratio) }.
    .long-description = Dos pares de barras. El primero compara { MONEY($base, is: $base_is) } por vías terrestres en { $base_window } con { MONEY($comparison) } por todas las vías en { $comparison_window }: { RATIO($ratio, is: $ratio_is) } el monto. El segundo compara vías terrestres en ambos periodos: { MONEY($surface_base) } y { MONEY($surface_comparison) }, { RATIO($surface_ratio) } el monto.

exports-real =
    .title = En dólares de { YEAR($price_year) }, lo exportado en { $comparison_window } fue { RATIO($ratio_real, is: $ratio_real_is) } lo de { $base_window }
    .subtitle = Exportaciones de EE. UU. de armas y municiones (SA 93) a México, millones de dólares corrientes y de { YEAR($price_year) }, { $first }–{ $last }
    .note = Dólares constantes según el promedio anual del CPI-U. { $bounded ->
        [no] Las partes de series distintas no se unen.
       *[yes] A la izquierda de la vertical punteada hay cotas inferiores; las partes de series distintas no se unen.
    }{ $unrevised ->
        [none] {""}
       *[other] {" "}{ $unrevised } aún no se revisa.
    }
    .alt = Gráfica de líneas de exportaciones de armas a México en dólares corrientes y de { YEAR($price_year) }, { $first } a { $last }; de { $base_window } a { $comparison_window } crecieron { RATIO($ratio_real, is: $ratio_real_is) } en dólares constantes.
    .long-description = Dos líneas por parte, una en dólares corrientes y otra en dólares de { YEAR($price_year) }. Los precios subieron entre los periodos, de modo que la razón de { RATIO($ratio, is: $ratio_is) } en dólares corrientes es { RATIO($ratio_real, is: $ratio_real_is) } en dólares constantes. Las { RATIO($claim) } de la carta serían { RATIO($claim_real, is: "about") }.

exports-specifications =
    .title = Las { RATIO($claim) } de la carta se alcanzan en { COUNT($held) } de { COUNT($computed) } especificaciones equivalentes
    .subtitle = Razón de las exportaciones de EE. UU. (SA 93) a México, { $comparison_window } entre { $base_window }, y lo que elige cada especificación
    .note = Círculos abiertos: cotas superiores, pues su base es una cota inferior. De { COUNT($listed) } combinaciones de elecciones fijadas de antemano, { COUNT($uncomputed) } no se pueden calcular con los datos. La curva muestra elecciones; no estima.
    .alt = Curva de especificaciones: razones de { RATIO($lowest) } a { RATIO($highest) } en { COUNT($computed) } especificaciones; { COUNT($held) } alcanzan las { RATIO($claim) } de la carta, { COUNT($held_bounds) } como cotas superiores.
    .long-description = Puntos ordenados por razón, de { RATIO($lowest) } a { RATIO($highest) }. Una línea punteada marca las { RATIO($claim) } de la carta; { COUNT($held) } de { COUNT($computed) } puntos están en ella o por encima, y { COUNT($held_bounds) } de estos son cotas superiores. La cuadrícula muestra la fuente, los dólares y los periodos de cada punto. Las especificaciones solo terrestres, las que comparan lo mismo con lo mismo, llegan a lo sumo a { RATIO($surface_highest) }.

exports-destinations =
    .title = México ocupa el lugar { $rank } entre { COUNT($of) } destinos de las exportaciones de armas de EE. UU.
    .subtitle = Exportaciones de EE. UU. de armas y municiones (SA 93), millones de dólares corrientes, suma de { $first }–{ $last }
    .note = Exportaciones totales, libres al costado del buque. La tabla contiene { COUNT($of) } destinos (el hemisferio occidental y los 25 mayores); los lugares son entre ellos.
    .alt = Gráfica de barras de exportaciones de armas por destino, { $first } a { $last }: { COUNTRY($leader) } encabeza con { MONEY($largest) }; México es el número { $rank } con { MONEY($mexico) }.
    .long-description = Barras horizontales, una por destino, la mayor arriba. { COUNTRY($leader) } recibió { MONEY($largest) } de { $first } a { $last }; México, { MONEY($mexico) }, el número { $rank } de los { COUNT($of) } destinos de la tabla.

exports-destination-states =
    .title = { $leader_kind ->
        [mexico] El Estado de México
       *[other] { $leader }
    } fue el destino declarado del { PCT($share) } de lo exportado por tierra en { $period }
    .subtitle = Porcentaje de las exportaciones de armas de EE. UU. (SA 93) a México por estado de destino, vías terrestres, periodos de { $span } años, { $first }–{ $last }
    .note = Destino en el papel: el Ejército compra en la capital y de ahí reparte. Solo vías terrestres. Un solo envío puede llenar una celda.
    .alt = Mapa de calor de estados de destino por periodo, { $first } a { $last }: { $leader_kind ->
        [mexico] el Estado de México
       *[other] { $leader }
    } es el destino declarado del { PCT($share) } de las exportaciones terrestres en { $period }.
    .long-description = Cuadrícula de estados por periodos de { $span } años de { $first } a { $last }; cada celda es el porcentaje del estado en las exportaciones terrestres del periodo. En { $period } { $leader_kind ->
        [mexico] el Estado de México
       *[other] { $leader }
    } suma { PCT($share) }. Las cifras muestran a dónde mandan los papeles la mercancía, no dónde termina.

exports-domestic =
    .title = Los bienes nacionales fueron del { PCT($low) } al { PCT($high) } de lo exportado donde se publica el desglose
    .subtitle = Exportaciones de EE. UU. de armas y municiones (SA 93) a México, millones de dólares corrientes y parte nacional, { $first }–{ $last }
    .note = Las reexportaciones se publican, o son el total menos los bienes nacionales de la misma serie. Los años vacíos no tienen desglose publicado. Quitar las reexportaciones no explica la suma de la carta.
    .alt = Barras apiladas de bienes nacionales y reexportaciones, { $first } a { $last }: los bienes nacionales son entre { PCT($low) } y { PCT($high) } de lo exportado cada año.
    .long-description = Una barra por año de { $first } a { $last }, bienes nacionales abajo y reexportaciones arriba, con el porcentaje nacional encima. El menor es { PCT($low) }, el mayor { PCT($high) }. Los años sin desglose publicado están vacíos.

exports-composition =
    .title = Las armas militares fueron el { PCT($share) } de las armas ligeras registradas en { $last }
    .subtitle = Armas ligeras y municiones de EE. UU. a México por tipo, definición de NISAT, millones de dólares corrientes, { $first }–{ $last }
    .note = NISAT cuenta armas ligeras y municiones con una definición propia, más estrecha que el SA 93; sus cifras nunca forman una serie con datos de aduana. Los años vacíos no tienen cifra.
    .alt = Tres gráficas de barras por tipo, { $first } a { $last }: las armas militares llegan a { MONEY($military) } en { $last }, las civiles a { MONEY($civilian) }, las municiones a { MONEY($ammunition) }.
    .long-description = Tres paneles en una misma escala, una barra por año. En { $last } las armas militares suman { MONEY($military) }, las civiles { MONEY($civilian) } y las municiones { MONEY($ammunition) }. La definición es de la Norwegian Initiative on Small Arms Transfers.

exports-headings =
    .title = La partida { $leader } fue el { PCT($share) } de las exportaciones de armas a México en { $last }
    .subtitle = Exportaciones de EE. UU. a México por partida de cuatro dígitos del capítulo 93 del SA, millones de dólares corrientes, { $first }–{ $last }
    .note = Exportaciones totales, de un archivo aportado. Se usan cuatro dígitos porque los códigos más largos cambian con cada edición del Sistema Armonizado. Los años vacíos no tienen cifra.
    .alt = Gráficas de barras por partida del SA, { $first } a { $last }: la partida { $leader } llega a { MONEY($value) } en { $last }, el { PCT($share) } de las partidas del capítulo.
    .long-description = Un panel por partida en una misma escala, una barra por año de { $first } a { $last }. En { $last } encabeza la partida { $leader } con { MONEY($value) }, el { PCT($share) } de todas las partidas del capítulo en el archivo.

finding-exports-base-total = Las exportaciones de EE. UU. de armas y municiones (SA 93) a México en { $window } sumaron { MONEY($value, is: $value_is) } en { exports-dollars }, { $modes ->
    [surface] contadas solo por vías terrestres
    [all] por todas las vías
   *[mixed] en algunos años solo por vías terrestres
}.
finding-exports-comparison-total = Las exportaciones de EE. UU. de armas y municiones (SA 93) a México en { $window } sumaron { MONEY($value, is: $value_is) } en { exports-dollars }, { $modes ->
    [surface] contadas solo por vías terrestres
    [all] por todas las vías
   *[mixed] en algunos años solo por vías terrestres
}.
finding-exports-ratio = Las exportaciones de { $comparison_window } ({ MONEY($comparison) }) fueron { RATIO($value, is: $value_is) } las de { $base_window } ({ MONEY($base, is: $base_is) }), en { exports-dollars }.
finding-exports-ratio-like-for-like = Solo por vías terrestres y en una misma tabla, las exportaciones de { $comparison_window } ({ MONEY($comparison) }) fueron { RATIO($value, is: $value_is) } las de { $base_window } ({ MONEY($base) }), en { exports-dollars }.
finding-exports-ratio-real = En dólares constantes (CPI-U por año calendario), las exportaciones de { $comparison_window } ({ MONEY($comparison) } de { YEAR($price_year) }) fueron { RATIO($value, is: $value_is) } las de { $base_window } ({ MONEY($base, is: $base_is) }).
finding-exports-claim-real = Las { RATIO($claim) } de la carta en dólares corrientes serían { RATIO($value, is: $value_is) } en dólares constantes.
finding-exports-difference = Las exportaciones de { $comparison_window } superaron las de { $base_window } por { MONEY($value, is: $value_is) } en { exports-dollars }.
finding-exports-base-rank = El periodo base { $window } tiene la { $value ->
    [1] menor suma
    [2] segunda menor suma
    [3] tercera menor suma
   *[other] suma número { $value }
} de los { COUNT($of) } periodos de su duración en su serie{ $lowest ->
    [yes] , en el quinto más bajo: una base en el punto más bajo hace ver mayor el aumento
   *[no] {""}
}.
finding-exports-fragility = Si la base fuera { MONEY($off) } mayor, la razón sería { RATIO($value, is: $value_is) }.
finding-exports-specifications-total = { COUNT($value) } de { COUNT($listed) } combinaciones de elecciones fijadas de antemano se pueden calcular con los datos disponibles.
finding-exports-specifications-at-or-above-claim = Las { RATIO($claim) } de la carta se alcanzan en { COUNT($value) } de { COUNT($of) } especificaciones, y { COUNT($bounds) } de ellas son cotas superiores.
finding-exports-vintages = Las versiones oficiales de { $window } difieren: { MONEY($value) } la menor, { MONEY($highest) } la mayor.
