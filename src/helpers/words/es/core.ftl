# Palabras que usan todas las partes: montos, fechas, el pie de una figura.

money-dollars = US${ $number }
money-million = US${ $number } { $shape ->
    [one] millón
   *[other] millones
}
money-billion = US${ $number } mil millones
ratio-times = { $number } { $shape ->
    [one] vez
   *[other] veces
}
percent = { $number }%
bound-at-least = al menos { $text }
bound-at-most = a lo sumo { $text }
bound-about = cerca de { $text }
date-day-pattern = d 'de' MMMM 'de' y
date-month-pattern = MMMM 'de' y
span-to = { $first } a { $last }

source-line = Fuente: { $text }
source-more = { $n ->
    [one] y 1 fuente más, en el archivo de datos de la figura
   *[other] y { $n } fuentes más, en el archivo de datos de la figura
}
note-line = Nota: { $text }
data-line = Datos: SHA-256 { $digest }… · { $changed ->
    [0] todos los parámetros en su valor inicial
    [one] parámetro cambiado respecto de su valor inicial: { $names }
   *[other] parámetros cambiados respecto de su valor inicial: { $names }
}
data-line-count = Datos: SHA-256 { $digest }… · { $changed ->
    [one] 1 parámetro cambiado respecto de su valor inicial
   *[other] { $changed } parámetros cambiados respecto de su valor inicial
}
nothing-to-show = No queda ninguna fila después de filtrar.
    No se dibuja nada.
order-not-cause = Se muestra el orden en el tiempo. No demuestra que una licencia haya causado un hecho ni que se haya usado un arma determinada.

# Para las pruebas y los ejemplos del código.
sample-figure =
    .title = Una figura de muestra suma { MONEY($total) }
    .subtitle = Dólares corrientes de EE. UU., México, { $first }–{ $last }
    .note = Hecha para una prueba.
    .alt = Gráfica de líneas de valores de muestra, { $first } a { $last }, que suman { MONEY($total) }.
    .long-description = Una línea sube de { $first } a { $last }. Los valores suman { MONEY($total) }.
finding-sample-total = La muestra suma { MONEY($value, is: $value_is) }.

empty-figure =
    .title = No queda ninguna fila para esta figura
    .subtitle = { $figure }: los parámetros de esta corrida no dejan filas de 1992 a la fecha
    .note = Los parámetros dejan fuera todas las filas de la figura { $figure }; véanse en su archivo de datos.
    .alt = Gráfica vacía: los parámetros de esta corrida no dejan filas para { $figure }.
    .long-description = La figura { $figure } del cuaderno { $notebook } no tiene filas: los parámetros de la corrida las dejan fuera todas.

changes-none = Nada cambió desde la corrida anterior.
changes-figure-added = Figura nueva: { $figure }.
changes-figure-dropped = Figura que ya no se hace: { $figure }.
changes-table = { $table }: { $changed ->
    [one] 1 valor cambió
   *[other] { $changed } valores cambiaron
}, { $added ->
    [one] 1 fila nueva
   *[other] { $added } filas nuevas
}, { $dropped ->
    [one] 1 fila menos
   *[other] { $dropped } filas menos
}.
changes-move = { $table }, { $row }: { $column } era { $before }, ahora es { $after }.
changes-finding-changed = { $id } ahora dice: { $after } (antes: { $before })
changes-finding-added = Hallazgo nuevo, { $id }: { $after }
changes-finding-dropped = Hallazgo que ya no se hace, { $id }: { $before }
