# Los documentos de Word: apéndice, hojas de una página, archivos listos para pegar.

letter-appendix-title = Arms Trail: figuras y hallazgos sobre las exportaciones de armas de fuego de EE. UU. a México
letter-appendix-subtitle = Apéndice. Historia «{ $story }», fuentes consultadas hasta el { DAY($day) }
letter-heading-findings = Hallazgos
letter-heading-figures = Figuras
letter-heading-sources = Fuentes
letter-heading-proofs = Pruebas en escala de grises
letter-heading-made = Cómo se hicieron estos números
letter-label-figure = Figura
letter-label-table = Tabla
letter-caption = { $label } { $number }. { $title }
letter-table-title = Números de la Figura { $number }
letter-table-rest = { $rest ->
    [one] La última fila está en el archivo { $file }.
   *[other] Las otras { COUNT($rest) } filas están en el archivo { $file }.
}
letter-table-elsewhere = Los números de esta figura ({ $rows ->
    [one] 1 fila
   *[other] { COUNT($rows) } filas
}) están en el apéndice y en el archivo { $file }.
letter-table-only-file = Los números de esta figura ({ $rows ->
    [one] 1 fila
   *[other] { COUNT($rows) } filas
}, { $columns ->
    [one] 1 columna
   *[other] { $columns } columnas
}) están en el archivo { $file }.
letter-table-columns-left-out = Columnas que no se muestran, en el archivo { $file }: { $columns }.
letter-source-note = { $citation }. { $url }. Consultado el { DAY($day) }.
letter-source-note-plain = { $citation }. Consultado el { DAY($day) }.
letter-sources-many = { COUNT($n) } publicaciones, cada una en la lista «Fuentes» del apéndice. Consultadas hasta el { DAY($day) }.
letter-insert-title = { $title }
letter-proof-alt = Prueba en escala de grises de la Figura { $number }, que la repite sin color.
letter-proof-intro = Las mismas figuras sin color, como salen de una fotocopiadora.
letter-finding-status = Estado: { $status }.
letter-finding-cell = Calculado para: { $cell }.
letter-made-story = Estas figuras y hallazgos provienen de la historia «{ $story }». Ningún número se volvió a teclear: todos se tomaron de los archivos que la corrida registró.
letter-made-default = Todos los parámetros están en su valor inicial.
letter-made-changed = { $n ->
    [one] Un parámetro difiere de su valor inicial: { $names }.
   *[other] { $n } parámetros difieren de su valor inicial: { $names }.
}
letter-made-parameters = Parámetros
letter-made-hashes = Datos de cada figura (SHA-256 de los números dibujados)
letter-made-inputs = Archivos con los que se calcularon los números (SHA-256)
letter-made-versions = Programas
letter-made-commands = Comandos
letter-made-commands-intro = Los mismos archivos dan los mismos bytes al ejecutar esto en la carpeta del proyecto:
letter-column-parameter = Parámetro
letter-column-value = Valor
letter-column-figure = Figura
letter-column-hash = SHA-256
letter-column-file = Archivo
letter-column-software = Programa
letter-column-version = Versión
letter-column-source = Fuente
letter-page = Página
letter-of = de
letter-no-value = (ninguno)
letter-left-out = Omitida: { $figure } se basa en documentos filtrados. Para incluirla, nómbrela: armstrail letter { $story } --figures { $figure }
letter-file-appendix = Apéndice
letter-file-insert = hoja
letter-file-picture = imagen
letter-file-gray = imagen para fotocopias
letter-file-caption = pie de figura
letter-file-footnote = nota al pie
letter-file-alt = texto alternativo
letter-file-data = números
letter-paste-note = { $source }
    { $note }
letter-author = Arms Trail
