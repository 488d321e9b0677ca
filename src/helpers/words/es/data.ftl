# Fuentes y tablas detrás de cada figura.

source-listed = { $citations }. Consultado el { DAY($day) }.
source-many = { COUNT($n) } publicaciones, cada una nombrada en el archivo de datos de la figura. Consultadas hasta el { DAY($day) }.
