# Sources and the tables behind every figure.

source-listed = { $citations }. Read { DAY($day) }.
source-many = { COUNT($n) } publications, each named in the figure's data file. Read by { DAY($day) }.
