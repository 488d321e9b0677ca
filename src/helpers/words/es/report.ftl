# El informe web y las páginas de los cuadernos ejecutados.

report-title = Arms Trail: historia { $story }
report-heading = Exportaciones de armas de fuego de EE. UU. a México, de la licencia a la pérdida
report-intro = Hallazgos y figuras de la historia «{ $story }». Fuentes consultadas hasta el { DAY($day) }.
report-skip = Ir a los hallazgos
report-language = Idioma
report-contents = En esta página
report-findings = Hallazgos
report-changes = Qué cambió desde la corrida anterior
report-changes-none = Nada difiere de la corrida anterior, o no había otra con qué comparar.
report-figures = Figuras
report-sources = Fuentes
report-files = Archivos de datos
report-made = Cómo se hicieron estos números
report-notebooks = Cuadernos
report-status = Estado
report-bound = El valor es
report-cell = Calculado para
report-shown-in = Aparece en
report-cites = { $n ->
    [one] 1 fuente
   *[other] { COUNT($n) } fuentes
}
report-id = Referencia
report-figure-number = Figura { $n }
report-long = Descripción larga
report-table = { $rows ->
    [0] Tabla de datos: ninguna fila
    [one] Tabla de datos, 1 fila
   *[other] Tabla de datos, { COUNT($rows) } filas
}
report-table-rest = { $rest ->
    [one] 1 fila más está en el archivo CSV.
   *[other] { COUNT($rest) } filas más están en el archivo CSV.
}
report-picture-scrolls = Figura { $n }, se puede desplazar hacia los lados
report-table-scrolls = Tabla, se puede desplazar hacia los lados: { $what }
report-download = Descargar la Figura { $n }
report-download-png = imagen PNG
report-download-svg = dibujo SVG
report-download-pdf = archivo PDF
report-download-csv = números CSV
report-download-json = descripción JSON
report-as-of = Fuentes consultadas hasta el { DAY($day) }.
report-source-id = Clave
report-source-citation = Publicación
report-source-read = Consultada el
report-day = { DAY($day) }
report-source-leaked = documento filtrado
report-file-path = Archivo
report-file-publisher = Editor
report-file-license = Licencia
report-file-hash = Huella SHA-256
report-parameters-default = Todos los parámetros están en su valor inicial.
report-parameters-changed = { $n ->
    [one] Un parámetro difiere de su valor inicial: { $names }.
   *[other] { $n } parámetros difieren de su valor inicial: { $names }.
}
report-parameters = Parámetros
report-versions = Programas
report-sheets = Una hoja por estado, para imprimir
report-notebook-link = Cuaderno { $name }, como se ejecutó
report-notebook-back = Volver al informe
report-notebook-code = Código
report-no-findings = Esta corrida no registró hallazgos.
report-not-cause = Fechas y montos se ponen uno junto a otro. Nada aquí muestra que una exportación haya causado un hecho.

status-unverifiable = no verificable (fuente cerrada)
