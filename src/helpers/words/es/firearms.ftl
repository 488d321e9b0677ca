# Cuaderno 02: armas de fuego de policías reportadas como faltantes.

missing-label-count = { COUNT($count, is: $kind) }
missing-label-rate = { DECIMAL($rate, digits: 1) }
missing-label-claim = la carta: más de { COUNT($claim) }
missing-label-period = { MONTH($first) }–{ MONTH($last) }: { COUNT($count, is: $kind) }
missing-label-state-of-mexico = Estado de México
missing-family-high = familia alta de respuestas
missing-family-low = familia baja de respuestas
missing-family-other = ninguna de las dos
missing-heading-count = Reportadas como faltantes
missing-heading-rate = Por cada 100,000 habitantes

missing-by-disclosure =
    .title = Las respuestas no coinciden: { COUNT($claimed) } armas faltantes a { MONTH($claimed_to) }, { COUNT($low) } a { MONTH($low_to) }
    .subtitle = Armas de policías reportadas como faltantes en México (extraviadas o robadas, todas las instituciones): totales nacionales de cinco años o más, cada uno en su periodo, { $first }–{ $last }
    .note = Cada línea es una respuesta en el periodo que cubre; las líneas discontinuas con marcas abiertas son cotas inferiores. Los totales se traslapan y nunca se suman. Un periodo corto no puede superar a uno más largo del mismo registro que lo contiene.
    .alt = Gráfica de periodos con { COUNT($n) } totales nacionales de armas de policías reportadas como faltantes: { COUNT($claimed) } de { MONTH($claimed_from) } a { MONTH($claimed_to) }, pero { COUNT($low) } de { MONTH($low_from) } a { MONTH($low_to) }.
    .long-description = Líneas horizontales, una por respuesta, sobre el periodo que cubre y a la altura de su cuenta. Dos familias se separan. En la alta se reportaron { COUNT($claimed) } armas faltantes de { MONTH($claimed_from) } a { MONTH($claimed_to) }; en la baja, { COUNT($low) } de { MONTH($low_from) } a { MONTH($low_to) }, un periodo más largo que contiene al otro. Ambas no pueden ser el total. Una línea punteada marca los { COUNT($claim) } de la carta. La última respuesta de la familia baja es { COUNT($latest) }, a { MONTH($latest_to) }.

missing-by-state =
    .title = { $same ->
        [yes] { $top } encabeza en número y en tasa
       *[no] { $top } encabeza en número y { $top_rate } en tasa,
    } entre los { COUNT($n) } estados mostrados
    .subtitle = Armas de instituciones estatales de seguridad reportadas como faltantes, y por cada 100,000 habitantes de { YEAR($population_year) }, { MONTH($first) } a { MONTH($last) }
    .note = La fuente muestra { COUNT($n) } estados; suman { COUNT($sum) } de { COUNT($whole) }. Un estado no mostrado no es cero. Las tasas cubren todo el periodo, no un año. Las cuentas son lo que las instituciones reportaron a SEDENA.
    .alt = Barras en pares por estado: { $top } reportó { COUNT($top_count) } armas faltantes, y { $top_rate } tiene la tasa más alta, { DECIMAL($rate, digits: 1) } por cada 100,000 habitantes, { MONTH($first) } a { MONTH($last) }.
    .long-description = Dos gráficas de barras comparten { COUNT($n) } estados. La izquierda cuenta armas reportadas como faltantes, con { $top } a la cabeza ({ COUNT($top_count) }). La derecha divide entre los habitantes de { YEAR($population_year) }; encabeza { $top_rate } con { DECIMAL($rate, digits: 1) } por cada 100,000. Los estados suman { COUNT($sum) } de los { COUNT($whole) } del total nacional; la fuente no muestra los demás.

missing-rates =
    .title = Por año del periodo, las respuestas van de { COUNT($lowest) } a { COUNT($highest) } armas reportadas como faltantes
    .subtitle = Armas de policías reportadas como faltantes en México por año del periodo de cada respuesta, totales nacionales de cinco años o más, { $first }–{ $last }
    .note = Cuenta entre la duración del periodo en años (365.25 días). Solo así se comparan totales de periodos distintos. Las marcas abiertas con flecha son cotas inferiores. Se omite una estimación oral.
    .alt = Gráfica de puntos de { COUNT($n) } totales nacionales como tasas anuales: de { COUNT($lowest) } a { COUNT($highest) } armas reportadas como faltantes al año.
    .long-description = Un punto por respuesta, en orden de tasa. La más alta, { COUNT($highest) } al año, cubre { MONTH($high_from) } a { MONTH($high_to) }; la más baja, { COUNT($lowest) } al año, cubre { MONTH($low_from) } a { MONTH($low_to) }. Los periodos más recientes tienen tasas menores, y la familia alta queda por encima de la baja para los mismos años.

missing-implied =
    .title = Para { $window } las dos familias implican { $meet ->
        [yes] rangos que se tocan
       *[no] rangos que no se tocan
    }
    .subtitle = Armas de policías reportadas como faltantes en México, { $window }: cotas que implican los totales publicados, por familia de respuestas
    .note = Al menos el mayor total de un periodo dentro de { $window }; a lo sumo el menor total exacto de un periodo que lo contiene. Las familias nunca se mezclan. Rayado: un rango, no una observación.
    .alt = Gráfica de rangos: para { $window } la familia alta implica al menos { COUNT($high_least) } armas reportadas como faltantes; la baja, de { COUNT($low_least) } a { COUNT($low_most) }.
    .long-description = Dos rangos sobre un eje. La familia alta implica al menos { COUNT($high_least) } armas reportadas como faltantes en { $window }; la baja, al menos { COUNT($low_least) } y a lo sumo { COUNT($low_most) }. Una línea punteada marca los { COUNT($claim) } de la carta. { $meet ->
        [yes] Los rangos se traslapan.
       *[no] Los rangos no se traslapan, así que ambas familias no pueden ser el total.
    }

finding-firearms-claimed-source = La fuente probable del "más de { COUNT($claim) }" de la carta es la respuesta que cuenta { COUNT($value, is: $value_is) } armas de policías reportadas como faltantes de { MONTH($first) } a { MONTH($last) }.
finding-firearms-low-family-latest = La última respuesta de la familia baja cuenta { COUNT($value, is: $value_is) } armas de policías reportadas como faltantes de { MONTH($first) } a { MONTH($last) }.
finding-firearms-low-family-at-letter = La última respuesta de la familia baja anterior a la carta del { DAY($letter) } cuenta { COUNT($value, is: $value_is) } armas de policías reportadas como faltantes de { MONTH($first) } a { MONTH($last) }.
finding-firearms-disclosures = Se tienen { COUNT($value) } cuentas publicadas, { COUNT($national) } de ellas de todo el país y { COUNT($derived) } calculadas a partir de un texto y no impresas en él; periodos e instituciones se traslapan, así que nunca se suman.
finding-firearms-contradictions = { COUNT($value) } pares de cuentas publicadas no pueden ser ambas el total, porque el periodo corto tiene más armas reportadas como faltantes que el largo que lo contiene.
finding-firearms-arithmetic-failures = { COUNT($value) } de { COUNT($of) } sumas, promedios y porcentajes impresos en las publicaciones no se cumplen al rehacerlos.
finding-firearms-rate-claimed = La respuesta detrás de la cifra de la carta equivale a { COUNT($value, is: $value_is) } armas reportadas como faltantes al año, de { MONTH($first) } a { MONTH($last) }.
