# Palabras de las gráficas de tiempo: carriles, órdenes, niveles, hechos (lugares, nunca personas), políticas.

lane-license = Licencias
lane-notice = Avisos al Congreso
lane-shipment = Importaciones
lane-hand-over = Armas de EE. UU. a policías
lane-other-origin = Otro origen
lane-origin-not-stated = Origen no indicado
lane-policy = Políticas
lane-event = Atrocidades
lane-implication = Primeros actos oficiales
label-ceiling = { $id }: { MONEY($usd, is: $usd_is) }
label-amount = { MONEY($usd, is: $usd_is) }
label-firearms = { COUNT($n) } armas de fuego

order-after = después
order-possibly-after = posiblemente después
order-before = antes
order-no-date = sin fecha que comparar
tier-same-unit = misma unidad
tier-successor-unit = unidad sucesora
tier-parent-or-child-command = mando superior o subordinado
tier-same-corps-and-state = mismo cuerpo y estado
tier-same-state-only = solo mismo estado

date-kind-event = Hecho
date-kind-first-finding = Primer acto oficial fechado
date-kind-finding = Determinación más alta
date-kind-us-agency = Aviso a agencia de EE. UU.

level-court = tribunal
level-cndh = CNDH
level-cndh-grave = CNDH, violaciones graves
level-prosecutor = fiscalía
level-un-or-ngo = ONU u ONG
level-press = prensa
level-any = cualquier nivel
role-direct = directa
role-collusion-alleged = presunta colusión
role-acquiescence = aquiescencia

state-short-guerrero = Gro.
state-short-tamaulipas = Tamps.
state-short-chihuahua = Chih.
state-short-michoacan = Mich.
state-short-veracruz = Ver.
state-name-mexico = Estado de México
state-name-ciudad-de-mexico = Ciudad de México
country-belgium = Bélgica
country-germany = Alemania
transfer-TRF-003 = Policía estatal, 2007
transfer-TRF-021 = En préstamo, 2016–2021
transfer-TRF-024 = Policía estatal, 2015
transfer-TRF-026 = Policía estatal, 2019
transfer-TRF-027 = GOPES, hasta enero de 2021
transfer-TRF-028 = Policía de Iguala, hasta sept. 2014

event-ATR-001 = Atenco
event-ATR-002 = La Joya
event-ATR-003 = Juárez 2008
event-ATR-004 = Buenaventura
event-ATR-005 = Monterrey
event-ATR-006 = Mier 2010
event-ATR-007 = San Fernando 2010
event-ATR-008 = Carretera a Acapulco
event-ATR-009 = Carretera Monterrey–Laredo
event-ATR-010 = San Fernando 2011
event-ATR-011 = Allende
event-ATR-012 = Juárez 2011
event-ATR-013 = Nuevo Laredo 2011
event-ATR-014 = Marina, 2011–2014
event-ATR-015 = Chilpancingo 2011
event-ATR-016 = El Guayabo
event-ATR-017 = Coahuila, GATE
event-ATR-018 = Zona de Xalapa
event-ATR-019 = Nuevo Laredo 2013
event-ATR-020 = Anáhuac
event-ATR-021 = Luvianos
event-ATR-022 = Tlatlaya
event-ATR-023 = Chalchihuapan
event-ATR-024 = Iguala (Ayotzinapa)
event-ATR-025 = Matamoros
event-ATR-026 = Apatzingán
event-ATR-027 = Chilapa
event-ATR-028 = Tanhuato
event-ATR-029 = Tlapa
event-ATR-030 = Ostula
event-ATR-031 = Coatzacoalcos
event-ATR-032 = Tierra Blanca
event-ATR-033 = Tezonapa
event-ATR-034 = Papantla
event-ATR-035 = Nochixtlán
event-ATR-036 = Camargo 2016
event-ATR-037 = Arantepacua
event-ATR-038 = Tepic
event-ATR-039 = La Concepción
event-ATR-040 = Nuevo Laredo 2018
event-ATR-041 = Nuevo Laredo, marzo de 2018
event-ATR-042 = Valles de Anáhuac
event-ATR-043 = Río Bravo
event-ATR-044 = Nuevo Laredo 2020
event-ATR-045 = Mier 2021
event-ATR-046 = Camargo 2021
event-ATR-047 = Tulum
event-ATR-048 = Motozintla
event-ATR-049 = Nuevo Laredo 2021
event-ATR-050 = Pueblo Viejo
event-ATR-051 = El Copal
event-ATR-052 = Nuevo Laredo, febrero de 2023
event-ATR-053 = Naranjal
event-ATR-054 = Nuevo Laredo, mayo de 2023
event-ATR-055 = Guasave
event-ATR-056 = Ahome
event-ATR-057 = Chilpancingo 2024

license-DCS-SIG-2015-266M = Sig Sauer 2015
license-DDTC-20-072 = Sig Sauer, Marina 2021
license-DCS-MX-2020-12-KITS = Juegos de fusil 2020
license-DSCA-MX-C130J-2012 = Aviones C-130J 2012
license-DSCA-MX-UH60M-2014A = 18 UH-60M 2014
license-DSCA-14-17 = HMMWV 2014
license-DSCA-MX-UH60M-2014B = 5 UH-60M 2014
license-DSCA-MX-MISSILES-2018 = Misiles, Marina 2018
license-DSCA-MX-MH60R-2018 = 8 MH-60R 2018
license-DSP5-050016624 = Bushmaster 2006
license-COLT-IGUALA-2014 = Colt, Iguala
license-SIG-SEDENA-2008 = Sig Sauer 2008
license-NAMMO-TALLEY-2016 = Nammo Talley 2016

policy-POL-024 = se propone pasar a Comercio
policy-POL-026 = aviso al Congreso del cambio
policy-POL-029 = salida del Tratado de Armas
policy-POL-030 = se publican las reglas
policy-POL-031 = juez frena parte 3D
policy-POL-032 = las armas pasan a Comercio
policy-POL-034 = excepción STA para México
policy-POL-045 = avisos al Congreso
policy-POL-050 = pausa sin México
policy-POL-055 = nombrar usuarios finales
policy-POL-056 = la regla entra en vigor
policy-POL-058 = alto a nuevas solicitudes
policy-POL-062 = se deroga la regla
policy-when-day = { DAY($date) }
policy-when-month = { MONTH($date) }
pendulum-eases = Relajaron controles
pendulum-tightens = Endurecieron controles

grid-possibly = +{ COUNT($n) } posibles
grid-days = { $n ->
    [0] sin plazo
   *[other] { COUNT($n) } días
}
lane-other = Otro o no indicado
placebo-share = { PCT($share) }
placebo-observed = { COUNT($n) } (observado)

span-by = hasta { $day }
span-since = desde { $day }
origin-known = Estados Unidos
origin-partly = en parte Estados Unidos
origin-not = otro país
origin-not-stated = no indicado
force-army = ejército
force-navy = marina
force-federal-police = policía federal
force-state-police = policía estatal
force-municipal-police = policía municipal
force-mixed = varias fuerzas
sheet-title = { $state }: armas para policías y atrocidades, por fecha
sheet-alt = Línea de tiempo de { $state } con { COUNT($arms) } entregas fechadas a policías y { COUNT($events) } atrocidades; las dos tablas las enumeran.
sheet-arms = Entregas de armas a policías, frente al señalamiento más temprano de una fuerza en el estado
sheet-arms-none = No se halló una entrega fechada a policías de este estado en las fuentes consultadas. Eso no prueba que no la hubo.
sheet-events = Atrocidades documentadas y el primer acto oficial fechado sobre cada una
sheet-events-none = El registro no contiene atrocidades documentadas en este estado.
sheet-column-receiver = Recibió
sheet-column-when = Cuándo
sheet-column-origin = Origen
sheet-column-order = Orden
sheet-column-tier = Nivel más cercano
sheet-column-place = Lugar
sheet-column-force = Fuerza
sheet-column-role = Participación
sheet-column-first = Primer acto oficial fechado
sheet-no-date = sin acto fechado leído
sheet-absence = Que algo no se halle en las fuentes consultadas no significa que no ocurrió. Cada acusación se atribuye en el registro a quien la hizo.
arms-of = { $origin ->
    [known] armas de EE. UU.
    [not] armas no estadounidenses
    [partly] armas en parte de EE. UU.
    [not-stated] armas sin origen indicado
   *[any] armas
}

date-kind = { $kind ->
    [event] { date-kind-event }
    [finding] { date-kind-finding }
    [us_agency] { date-kind-us-agency }
   *[first_finding] { date-kind-first-finding }
}
date-words = { $kind ->
    [event] { date-words-event }
    [finding] { date-words-finding }
    [us_agency] { date-words-us-agency }
   *[first_finding] { date-words-first-finding }
}
leaked-left-out = { $leaked ->
    [0] Ningún registro se omite por basarse en documentos filtrados.
    [one] Se omite 1 registro conocido solo por documentos filtrados.
   *[other] Se omiten { COUNT($leaked) } registros conocidos solo por documentos filtrados.
}

timeline =
    .title = { COUNT($atrocities) } atrocidades documentadas y { COUNT($american) } entregas conocidas de armas de EE. UU. a policías estatales, { YEAR($first) }–{ YEAR($last) }
    .subtitle = Licencias, importaciones, entregas, políticas y atrocidades, por fecha, México, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Rayado: fecha conocida solo como mes, año o periodo; flecha: ese lado queda abierto. Los montos son topes, no entregas. Cuadros grises: avisos de otros bienes. Se omiten { $undated } licencias sin fecha. { leaked-left-out }
    .alt = Línea de tiempo de licencias, entregas y { COUNT($atrocities) } atrocidades en México, { YEAR($first) } a { YEAR($last) }: { COUNT($american) } entregas de armas de EE. UU. a policías estatales; { COUNT($implications) } hechos con acto oficial fechado.
    .long-description = Un eje de tiempo con nueve carriles. La licencia de Sig Sauer va del { DAY($license_from) } a { MONTH($license_to) } con un tope de { MONEY($license_usd) }. { COUNT($american) } entregas de armas de EE. UU. a policías de un estado tienen fecha o rango; { COUNT($other) } son de otro origen y { COUNT($unstated) } de origen no indicado, en carriles propios. { COUNT($policies) } fechas de política son marcas. { COUNT($atrocities) } atrocidades son líneas verticales o tramos rayados; { COUNT($implications) } tienen un primer acto oficial fechado, dibujado como rombo.
order-of-transfers =
    .title = { COUNT($after) } de { COUNT($n) } entregas conocidas de { arms-of } ocurrieron después del primer señalamiento en el estado; { COUNT($possibly) } posiblemente
    .subtitle = Entregas a policías estatales (triángulos) y primeros actos oficiales fechados (rombos), { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Rombo lleno: la misma unidad, su sucesora, su mando o su cuerpo; rombo vacío: otra fuerza del estado. Rayado: fecha conocida solo de modo aproximado; flecha: lado abierto. { date-kind }; plazo de { $lag } días. El nivel es el más cercano en que se cumple el orden.
    .alt = Filas fechadas de { COUNT($n) } entregas de { arms-of }: { COUNT($after) } después, { COUNT($possibly) } posiblemente después y { COUNT($before) } antes del primer acto oficial fechado sobre una fuerza del estado.
    .long-description = Cada fila es una entrega de { arms-of } a la policía de un estado mexicano, en su fecha o rango, bajo los rombos de las fechas en que se señaló a fuerzas de ese estado. Después: { $after_ids }. Posiblemente después: { $possibly_ids }. Antes: { $before_ids }. El plazo es de { $lag } días.

lag-grid =
    .title = Entre { COUNT($least) } y { COUNT($most) } de { COUNT($n) } entregas de { arms-of } son posteriores, según la fecha del señalamiento y el plazo
    .subtitle = Entregas a policías estatales posteriores a la fecha (negritas) y posiblemente posteriores, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Nivel: mismo estado o más cercano. Filas: qué fecha cuenta como señalamiento. Columnas: días que deben mediar. Un guion: ningún hecho en esos estados tiene esa fecha.
    .alt = Cuadrícula de 4 fechas de señalamiento por 5 plazos: entre { COUNT($least) } y { COUNT($most) } de { COUNT($n) } entregas de { arms-of } son posteriores; { COUNT($positive) } de { COUNT($cells) } celdas tienen al menos una.
    .long-description = Las filas son el hecho, el primer acto oficial fechado, la determinación más alta y el día en que se avisó a una agencia de EE. UU.; las columnas son plazos de 0, 30, 90, 180 y 365 días. Cada celda cuenta las entregas de { arms-of } a policías de un estado que son posteriores por completo, y las que posiblemente lo son. En la celda por omisión, primer acto oficial y sin plazo, { COUNT($default) } son posteriores.
order-matrix =
    .title = En { COUNT($changing) } de { COUNT($n) } entregas de { arms-of } la respuesta depende de qué fecha cuenta como señalamiento
    .subtitle = Orden de cada entrega frente a la fecha más temprana en su estado, plazo de { COUNT($lag) } días, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Bajo cada orden: el nivel más cercano en que se cumple. Para Iguala las fechas son 26 de septiembre de 2014 (hecho), 28 de septiembre de 2014 (primeras detenciones), 2017 (supuesto aviso al Departamento de Estado) y 28 de noviembre de 2018 (CNDH).
    .alt = Matriz de { COUNT($n) } entregas por 4 fechas de señalamiento; el orden cambia con la fecha en { COUNT($changing) } de ellas.
    .long-description = Las filas son entregas de { arms-of } a policías de estados mexicanos; las columnas, cuatro fechas de señalamiento. Cada celda dice después, posiblemente después, antes o sin fecha que comparar, y el nivel de identidad más cercano en que ese orden se cumple. El orden cambia con la fecha en { COUNT($changing) } de { COUNT($n) } filas.
license-life =
    .title = { COUNT($expiring) } de { COUNT($dated) } licencias y avisos con fecha tiene vencimiento publicado; el mayor de armas permite { MONEY($usd, is: $usd_is) }
    .subtitle = De aviso a vencimiento, con topes en dólares corrientes, México, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Azul: armas de fuego; gris: otros bienes. Flecha: vencimiento no publicado. Círculos negros sobre la barra: importaciones de { COUNT($firearms) } armas Sig Sauer reportadas para 2015–2017, parte de ellas en 2015; un conteo, no comparable con los dólares. Un aviso es un tope, no una entrega.
    .alt = Barras de aviso a vencimiento de { COUNT($dated) } licencias y avisos; { COUNT($expiring) } tiene vencimiento, la de Sig Sauer por { MONEY($usd, is: $usd_is) } hasta { MONTH($until) }.
    .long-description = Una fila por licencia o aviso, desde { YEAR($first) }. Solo la licencia de Sig Sauer de 2015 tiene vencimiento publicado, { MONTH($until) }; su tope es de { MONEY($usd, is: $usd_is) }. Las demás son un cuadro en el aviso con una flecha abierta. Dos círculos negros sobre la barra de Sig Sauer son importaciones reportadas por México, sin desglose por fuerza. { COUNT($undated) } licencias no tienen fecha alguna.
policy-pendulum =
    .title = { COUNT($eases) } pasos relajaron y { COUNT($tightens) } endurecieron el control de EE. UU. sobre exportación de armas, { YEAR($first) }–{ YEAR($last) }
    .subtitle = Reglas y fallos por fecha y dirección, Estados Unidos, { YEAR($first) }–{ YEAR($last) }
    .note = Izquierda: relajaron; derecha: endurecieron. La dirección se lee de lo que cambió cada paso y consta con su razón en data/raw/reference/policy_directions.csv. Espacios iguales: la distancia vertical no es tiempo.
    .alt = Secuencia de { COUNT($n) } reglas fechadas que oscila entre controles relajados (izquierda, { COUNT($eases) }) y endurecidos (derecha, { COUNT($tightens) }), { YEAR($first) } a { YEAR($last) }.
    .long-description = { COUNT($n) } pasos fechados, el más antiguo arriba. De 2018 a diciembre de 2020 la mayoría relaja controles: las armas pasan del Departamento de Estado al de Comercio y se abre una excepción para México. De 2022 a principios de 2025 endurecen: avisos al Congreso, una pausa, una regla que exige nombrar usuarios finales, un alto. El { DAY($last_day) } el último paso deroga esa regla.
states-five =
    .title = En { COUNT($with_arms) } de los cinco estados que nombra la carta de 2019 hay entregas fechadas de armas de EE. UU. a policías
    .subtitle = Armas entregadas a policías, atrocidades y primeros actos oficiales fechados, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Triángulo lleno: armas de EE. UU.; vacío: otro origen o no indicado. Rayado: fecha aproximada; flecha: lado abierto. { leaked-left-out }
    .alt = Cinco líneas de tiempo, una por estado: { COUNT($american) } entregas fechadas de armas de EE. UU. y { COUNT($events) } atrocidades en Guerrero, Veracruz, Tamaulipas, Chihuahua y Michoacán.
    .long-description = Un panel por estado con cuatro renglones: armas de EE. UU. entregadas a policías, armas de otro origen o no indicado, atrocidades y primeros actos oficiales fechados. { COUNT($american) } entregas de armas de EE. UU. tienen fecha o rango, en { COUNT($with_arms) } de los cinco estados; se muestran { COUNT($events) } atrocidades. En los demás no hay entrega fechada, lo que no prueba que no la hubo.
n-atrocities = { $events ->
    [one] 1 atrocidad documentada
   *[other] { COUNT($events) } atrocidades documentadas
}
n-events = { $events ->
    [one] 1 atrocidad
   *[other] { COUNT($events) } atrocidades
}
n-hand-overs = { $american ->
    [one] 1 entrega fechada de armas de EE. UU.
   *[other] { COUNT($american) } entregas fechadas de armas de EE. UU.
}
state-page =
    .title = { $state }: { n-atrocities }, { n-hand-overs } a policías
    .subtitle = Armas entregadas a policías, atrocidades y primeros actos oficiales, { $state }, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Rayado: fecha aproximada; flecha: lado abierto. Las entregas de otro origen o de origen no indicado tienen carriles propios. { leaked-left-out }
    .alt = Línea de tiempo de { $state }: { n-events }, { COUNT($implications) } con acto oficial fechado, y { n-hand-overs } a policías, { YEAR($first) } a { YEAR($last) }.
    .long-description = Carriles de { $state }: entregas de armas de EE. UU. ({ COUNT($american) }), de otro origen ({ COUNT($other) }) y de origen no indicado ({ COUNT($unstated) }), atrocidades ({ COUNT($events) }) como líneas o tramos rayados con su lugar, y primeros actos oficiales fechados ({ COUNT($implications) }) como rombos.
placebo =
    .title = { $carries ->
        [yes] { COUNT($observed) } entregas son posteriores; al intercambiar estados hay tantas o más en { PCT($p) } de los arreglos
       *[no] Con { COUNT($n) } entregas fechadas los datos no permiten decir si el orden es más que azar
    }
    .subtitle = Proporción de arreglos posibles ({ COUNT($arrangements) }) por número de entregas posteriores, { YEAR($first) }–{ YEAR($last) }
    .note = { order-not-cause } Hipótesis nula: dentro de un tipo de fuerza y un año, qué estado recibió armas de EE. UU. no guarda relación con dónde se había señalado a fuerzas. Estadístico fijado de antemano: entregas de armas de EE. UU. posteriores. Se cuentan todos los arreglos si son pocos. { $free } de { COUNT($n) } entregas pueden intercambiarse.
    .alt = Histograma del número de entregas posteriores en { COUNT($arrangements) } intercambios de estados; observado { COUNT($observed) }, tantas o más en { PCT($p) }.
    .long-description = Las barras muestran la proporción de arreglos para cada número de entregas posteriores. El número observado, { COUNT($observed) }, está marcado. { COUNT($free) } de { COUNT($n) } entregas pueden intercambiarse dentro de fuerza y año. { $carries ->
        [yes] La vista informa sobre el azar solo bajo esta hipótesis.
       *[no] Con tan pocas, los datos no pueden sostener la pregunta.
    }

finding-timeline-atrocities = El registro contiene { COUNT($value) } atrocidades documentadas de fuerzas en México, { YEAR($first) } a { YEAR($last) }.
finding-timeline-transfers-after = { COUNT($value) } de { COUNT($n) } entregas conocidas de { arms-of } a policías de un estado mexicano { $value ->
        [one] es por completo posterior
       *[other] son por completo posteriores
    } al { date-words } sobre una fuerza de ese estado, con un plazo de { COUNT($lag) } días.
finding-timeline-transfers-possibly-after = { COUNT($value) } de { COUNT($n) } entregas conocidas de { arms-of } a policías de un estado mexicano { $value ->
        [one] es posiblemente posterior
       *[other] son posiblemente posteriores
    } al { date-words } sobre una fuerza de ese estado: sus fechas se traslapan.
finding-timeline-lag-grid = En { COUNT($value) } de { COUNT($n) } combinaciones de fecha de señalamiento y plazo, al menos una entrega conocida de { arms-of } a policías estatales es posterior al señalamiento de una fuerza del estado; con el { date-words } y { COUNT($lag) } días, lo son { COUNT($here) }.
finding-timeline-same-unit-after = { COUNT($value) } de { COUNT($n) } entregas conocidas de { arms-of } { $value ->
        [one] es posterior
       *[other] son posteriores
    } al { date-words } sobre la misma unidad.
finding-timeline-same-corps-after = { COUNT($value) } de { COUNT($n) } entregas conocidas de { arms-of } { $value ->
        [one] es posterior
       *[other] son posteriores
    } al { date-words } sobre el mismo cuerpo del estado, su mando o una de sus unidades.
finding-timeline-same-state-after = { COUNT($value) } de { COUNT($n) } entregas conocidas de { arms-of } { $value ->
        [one] es posterior
       *[other] son posteriores
    } al { date-words } sobre cualquier fuerza del mismo estado.
date-words-event = hecho
date-words-first-finding = primer acto oficial fechado
date-words-finding = acto de mayor nivel
date-words-us-agency = aviso a una agencia de EE. UU.
