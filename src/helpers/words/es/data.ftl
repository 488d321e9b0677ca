# Fuentes y tablas detrás de cada figura.

source-listed = { $citations }. Consultado el { DAY($day) }.
source-many = { $citations }; y { COUNT($n) } más, nombradas en el archivo de datos de la figura. Consultadas hasta el { DAY($day) }.

data-series-bts-all-modes = BTS, todas las vías
data-series-bts-surface = BTS, solo terrestre
data-series-bts-domestic-split = BTS, parte nacional
data-series-census-api = Census (EE. UU.)
data-series-comtrade-us = UN Comtrade
data-series-nisat = NISAT
data-series-prio-mad = PRIO (de dólares constantes)
data-series-usitc-total = USITC DataWeb
data-series-usitc-dataweb = USITC DataWeb (aportado)
data-series-census-usa-trade = USA Trade Online (aportado)
data-series-comtrade-plus = UN Comtrade (aportado)
data-series-comtrade-old = UN Comtrade antes de 2023 (aportado)
data-series-bts-transborder = BTS, archivos mensuales (aportado)

data-coverage =
    .title = { COUNT($n) } series de exportaciones de EE. UU. se traslapan y empiezan en años distintos
    .subtitle = Años calendario que cubre cada serie de exportaciones a México, { $first }–{ $last }
    .note = Cada caja es un año con cifra; un lugar vacío es un año sin ella, no un cero. Cajas abiertas: solo vías terrestres. Las series difieren en versión y definición y nunca se encadenan sin decirlo.
    .alt = Gráfica de cobertura: { COUNT($n) } series de exportaciones de armas de EE. UU. a México y los años que cubre cada una entre { $first } y { $last }.
    .long-description = Una fila por serie, una caja por año entre { $first } y { $last }. Las series se traslapan; antes de 2007 los datos de aduana aquí solo cuentan vías terrestres, con cajas abiertas. NISAT y PRIO usan una definición propia.

finding-data-files = Se tienen { COUNT($value) } archivos de origen que coinciden con su registro; forman { COUNT($tables) } tablas ordenadas.
finding-data-publications = Las cifras vienen de { COUNT($value) } publicaciones, { COUNT($leaked) } de ellas documentos filtrados o notas sobre ellos.
finding-data-corrections = { COUNT($value) } correcciones se aplican al leer los archivos, y { COUNT($recorded) } faltas de las fuentes constan como ya corregidas en los registros.
