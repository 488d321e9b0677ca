# Palabras del registro de afirmaciones: estados, razones y, por afirmación, una etiqueta y su redacción más segura.

status-confirmed = confirmado
status-confirmed-with-a-difference = confirmado con una diferencia
status-supported-only-under-narrow-definitions = sustentado solo con definiciones estrechas
status-not-reproducible-from-public-data = no reproducible con datos públicos
status-contradicted = contradicho
status-unverifiable-closed-source = no verificable (fuente cerrada)
status-superseded = superado
status-not-testable-with-the-tables = no comprobable con las tablas
status-short-confirmed = Confirmado
status-short-confirmed-with-a-difference = Con una diferencia
status-short-supported-only-under-narrow-definitions = Solo en lectura estrecha
status-short-not-reproducible-from-public-data = No reproducible
status-short-contradicted = Contradicho
status-short-unverifiable-closed-source = Fuente cerrada
status-short-superseded = Superado
status-short-not-testable-with-the-tables = No comprobable

why-closed = La fuente no es pública.
why-judgment = Un juicio, no una cifra.
why-law = Lo decide el texto de una ley o regla, no una tabla.
why-no-table = Ninguna tabla del proyecto lo contiene.
why-page-image = Solo lo decide la página del original.
why-letter-only = La única fuente hallada es la carta misma.
why-nothing-found = Las tablas no tienen de qué calcularlo.

difference-possession-not-use = está documentada la posesión, no el uso
difference-notice-not-issue = el día es el del aviso, no el de la emisión
difference-wider-end-users = el aviso también enumera policías y una secretaría
difference-no-license-read = no se leyó el texto de licencia alguna
difference-fewer-states = menos estados de los que nombra la afirmación
difference-same-state-only = en los niveles más cercanos solo se cumple en una de las dos

letter-house-2019-03-07 = Cámara, 2019
letter-senate-2021-09-14 = Senado, 2021

claim-label-H19-01 = Fecha de la carta de 2019
claim-wording-H19-01 = El 7 de marzo de 2019, integrantes de la Cámara de Representantes escribieron al secretario de Estado.
claim-label-H19-02 = Seguimiento de usuarios finales
claim-wording-H19-02 = El Departamento de Estado verifica algunos usos finales mediante Blue Lantern; pedimos un sistema que siga las armas hasta la unidad que las recibe.
claim-label-H19-03 = Exportaciones 2015–2017
claim-wording-H19-03 = Las exportaciones de armas y municiones de EE. UU. (SA 93) a México en 2015–2017 sumaron { MONEY($value, is: $value_is) } corrientes.
claim-label-H19-04 = Aumento desde 2002–2004
claim-wording-H19-04 = Las exportaciones terrestres de armas y municiones (SA 93) a México en 2015–2017 fueron { RATIO($like) } las de 2002–2004; por todos los modos la razón es de { RATIO($value, is: $value_is) }, pues la cifra anterior cuenta solo modos terrestres.
claim-label-H19-05 = Armas de EE. UU. en atrocidades
claim-wording-H19-05 = Entre las armas de los policías luego detenidos por las desapariciones de Iguala había fusiles Colt; las fuentes leídas no muestran que esos fusiles se dispararan.
claim-label-H19-06 = Estudiantes de Ayotzinapa desaparecidos
claim-wording-H19-06 = En septiembre de 2014 desaparecieron { COUNT($value) } estudiantes de Ayotzinapa tras un ataque de policías en Iguala, Guerrero.
claim-label-H19-07 = Modelo de los fusiles de Iguala
claim-wording-H19-07 = Dos fusiles Colt, de un modelo impreso como AR65430 en el expediente, estaban entre las primeras 40 armas aseguradas a las policías de Iguala y Cocula.
claim-label-H19-08 = Fabricante de los fusiles de Iguala
claim-wording-H19-08 = Los fusiles eran de la marca Colt.
claim-label-H19-09 = Armas policiales reportadas perdidas
claim-wording-H19-09 = En una respuesta, el Ejército reportó { COUNT($value) } armas de policías perdidas o robadas entre agosto de 2006 y agosto de 2017; algunas otras respuestas dan totales menores.
claim-label-H19-10 = Año de la licencia de Sig Sauer
claim-wording-H19-10 = El Congreso fue avisado del acuerdo con Sig Sauer el { DAY($day) }.
claim-label-H19-11 = Tope de la licencia de Sig Sauer
claim-wording-H19-11 = El acuerdo permite { MONEY($value, is: $value_is) } en total, servicios y datos técnicos incluidos.
claim-label-H19-12 = Compradores en la licencia de Sig Sauer
claim-wording-H19-12 = El aviso enumera como usuarios finales a la Marina, las secretarías de la Defensa y de Gobernación y policías federal y estatales.
claim-label-H19-13 = Papel militar en seguridad pública
claim-wording-H19-13 = Una ley de 2017 y una reforma constitucional de 2019 ampliaron el papel de las fuerzas armadas en la seguridad pública de México.
claim-label-H19-14 = Abusos de policías y militares
claim-wording-H19-14 = Hasta marzo de 2019, { COUNT($value) } hechos documentados en el registro tienen como determinación más alta una sentencia o una recomendación de la CNDH contra policías o militares.
claim-label-H19-15 = La base de datos INVEST
claim-wording-H19-15 = INVEST es la base de datos interna del Departamento de Estado para revisar unidades y personas propuestas para capacitación o asistencia.
claim-label-H19-16 = Licencias que no nombran unidad
claim-wording-H19-16 = De ninguna de las licencias y avisos en las fuentes leídas se sabe que nombre una unidad; { COUNT($value) } nombran una fuerza, una clase de usuarios o solo al distribuidor central.
claim-label-H19-17 = Quién otorgaba licencias
claim-wording-H19-17 = Hasta el 9 de marzo de 2020, el Departamento de Estado autorizaba la exportación de todas las armas de fuego de la Lista de Municiones.
claim-label-H19-18 = Efecto del cambio a Comercio
claim-wording-H19-18 = Desde el 9 de marzo de 2020 Comercio autoriza la mayoría de las armas; en 2025 la GAO halló fallas en sus licencias y en la vigilancia del uso final.
claim-label-H19-19 = Cinco estados con armas de EE. UU.
claim-wording-H19-19 = Hay armas de EE. UU. documentadas en manos de policías en { COUNT($value, is: $value_is) } de los cinco estados: Guerrero, Tamaulipas y Chihuahua en fuentes públicas.
claim-label-H19-20 = Marca de nota
claim-wording-H19-20 = Cítese la frase sin la marca tras 2006: representa la nota 3.
claim-label-H19-21 = Errores del texto
claim-wording-H19-21 = Si se cita, consérvese la redacción impresa de la carta.
claim-label-S21-01 = Firmantes de la carta de 2021
claim-wording-S21-01 = { COUNT($value) } senadores, Leahy, Booker, Merkley y Durbin, firmaron la carta del 14 de septiembre de 2021.
claim-label-S21-02 = Primera carta de 2021
claim-wording-S21-02 = Los senadores escribieron por primera vez el { DAY($day) }.
claim-label-S21-03 = Fecha de la respuesta
claim-wording-S21-03 = Según la carta de los senadores, el Departamento de Estado respondió el { DAY($day) }; la respuesta no es pública.
claim-label-S21-04 = Embajada no consultada
claim-wording-S21-04 = Según la carta de los senadores, el Departamento de Estado dijo que no se consultó a la Embajada sobre policías como usuarios finales.
claim-label-S21-05 = Licencia propuesta para la Marina
claim-wording-S21-05 = En julio de 2021 se avisó al Congreso de una licencia propuesta por { MONEY($value, is: $value_is) } en fusiles automáticos Sig Sauer para la Marina.
claim-label-S21-06 = Marina y desapariciones
claim-wording-S21-06 = En { COUNT($value) } hechos documentados antes de septiembre de 2021 un tribunal o la CNDH atribuyó desapariciones o tortura a la Marina.
claim-label-S21-07 = Infiltración de policías
claim-wording-S21-07 = La CNDH, sobre Ayotzinapa, habla de instituciones penetradas por el crimen; Human Rights Watch halló indicios de participación estatal en 149 de 249 desapariciones.
claim-label-S21-08 = Policías y militares en atrocidades
claim-wording-S21-08 = Antes de septiembre de 2021, { COUNT($value) } hechos documentados tienen como determinación más alta una sentencia o una recomendación de la CNDH contra policías o militares.
claim-label-S21-09 = Policía estatal de Guerrero, 2015
claim-wording-S21-09 = Según la carta de los senadores, la policía estatal de Guerrero recibió armas de EE. UU. en 2015; no se halló recibo en fuentes públicas.
claim-label-S21-10 = Policía estatal de Tamaulipas, 2019
claim-wording-S21-10 = Según la carta de los senadores, la policía estatal de Tamaulipas recibió armas de EE. UU. en 2019; no se halló recibo en fuentes públicas.
claim-label-S21-11 = Señaladas antes de las entregas
claim-wording-S21-11 = Ambas entregas, con la fecha de la carta, son posteriores al primer acto oficial fechado sobre una fuerza del mismo estado; solo en Tamaulipas fue una unidad de la misma policía.
claim-label-S21-12 = Lo que la respuesta dejó abierto
claim-wording-S21-12 = Según la carta de los senadores, la respuesta no dijo si las licencias nombraban a las policías de los dos estados.
claim-label-S21-13 = Aviso al Departamento de Estado
claim-wording-S21-13 = Según la carta de los senadores, la Oficina de Asuntos Político-Militares fue avisada en { YEAR($year) }; no se halló constancia.
claim-label-S21-14 = Sin aviso de violación
claim-wording-S21-14 = En las fuentes consultadas no se halló aviso al Congreso de una posible violación de uso final.
claim-label-S21-15 = Dispensa según la sección 3 de la AECA
claim-wording-S21-15 = La sección 3 de la Ley de Control de Exportación de Armas exige informar cuando pudo haber una violación sustancial; por sí sola no quita la elegibilidad.
claim-label-S21-16 = Lista de vigilancia compartida
claim-wording-S21-16 = La GAO recomendó en marzo de 2019 que el Departamento de Estado compartiera su lista de vigilancia con Comercio; informes posteriores dicen que lo hace.
claim-label-S21-17 = Contenido de la lista
claim-wording-S21-17 = Entendemos que la lista contiene particulares; su contenido no es público.
claim-label-S21-18 = Tortura bajo custodia de la Marina
claim-wording-S21-18 = Cítese la proporción solo con su cuadro; el 65 por ciento no se halló en las páginas leídas del estudio.
claim-label-S21-19 = Año del estudio
claim-wording-S21-19 = El estudio apareció en 2020 y usa una encuesta de 2016.
claim-label-S21-20 = Métodos de tortura
claim-wording-S21-20 = La encuesta de 2016 pregunta a personas presas por asfixia, descargas eléctricas, quemaduras y violencia sexual.
claim-label-S21-21 = Cita del estudio
claim-wording-S21-21 = Cítese el título con justicia, no justiciar.
claim-label-S21-22 = Desapariciones forzadas por la Marina, 2018
claim-wording-S21-22 = La CNDH halló a la Marina responsable de { COUNT($value) } desapariciones forzadas en Nuevo Laredo en 2018.
claim-label-S21-23 = Sin aviso de envíos
claim-wording-S21-23 = Según la carta de los senadores, el Departamento de Estado no recibe aviso de los envíos tras aprobar una licencia.
claim-label-S21-24 = Detener un envío
claim-wording-S21-24 = El Departamento de Estado puede revocar o suspender una licencia antes de que se agote.
claim-label-S21-25 = Regla de diciembre de 2020
claim-wording-S21-25 = Comercio añadió a México al Grupo de Países A:6 por una regla del { DAY($day) }.
claim-label-S21-26 = Sin comentario público
claim-wording-S21-26 = La regla se emitió como regla final.
claim-label-S21-27 = Excepción de licencia STA
claim-wording-S21-27 = La regla abre a México parte de la excepción de licencia STA; su alcance sobre armas depende del texto de 15 CFR 740.20.
claim-label-S21-28 = Nombrar consignatarios
claim-wording-S21-28 = La excepción pide una declaración del consignatario; no se halló que México quedara exento.
claim-label-S21-29 = Blue Lantern tras el cambio
claim-wording-S21-29 = Las armas que pasaron a Comercio el 9 de marzo de 2020 salieron del alcance de Blue Lantern.
claim-label-S21-30 = Verificaciones terminadas
claim-wording-S21-30 = El Departamento de Estado ya no verifica armas semiautomáticas y no automáticas; Comercio hace verificaciones propias.
claim-label-S21-31 = Número del aviso de la Marina
claim-wording-S21-31 = El Congreso fue avisado el { DAY($day) }.
claim-label-S21-32 = Juegos de fusil de diciembre de 2020
claim-wording-S21-32 = Según la carta de los senadores, en diciembre de 2020 se avisó de una licencia por { MONEY($value, is: $value_is) } en juegos de fusil; no se halló otra fuente.
claim-label-S21-33 = Artículos de control del delito
claim-wording-S21-33 = En 2021 los fusiles y pistolas de la lista de Comercio no llevaban la razón de control del delito; las escopetas sí.
claim-label-S21-34 = Intención de la sección 502B
claim-wording-S21-34 = Sostenemos que esto contradice la intención de la sección 502B.
claim-label-S21-35 = Sin deber de informar
claim-wording-S21-35 = La sección 3 de la Ley de Control de Exportación de Armas cubre artículos de defensa; las armas bajo Comercio no lo son.
claim-label-S21-36 = Consulta a otras oficinas
claim-wording-S21-36 = Preguntamos qué oficinas fueron consultadas; la respuesta no es pública.
claim-label-S21-37 = Política de nombrar policías
claim-wording-S21-37 = Preguntamos cuándo empezó la política de nombrar policías; no se halló texto público.
claim-label-S21-38 = Marcas de la copia
claim-wording-S21-38 = Cítese sin las marcas que vienen de la copia.

claim-not-computed = { $why } Diga de dónde viene la frase, o déjela fuera.
claim-amount = { $unit ->
    [USD] { MONEY($x, is: $x_is) }
    [ratio] { RATIO($x, is: $x_is) }
   *[other] { COUNT($x, is: $x_is) }
}
card-stated = afirmado: { $amount }
card-computed = calculado: { $amount }
card-range = rango de opciones
card-title = la carta dice { $unit ->
    [USD] { MONEY($stated) }
    [ratio] { RATIO($stated) }
   *[other] { COUNT($stated) }
}, las tablas dan { $unit ->
    [USD] { MONEY($value, is: $value_is) }
    [ratio] { RATIO($value, is: $value_is) }
   *[other] { COUNT($value, is: $value_is) }
}
card-status = { $status ->
    [confirmed] Confirmado
    [confirmed-with-a-difference] Confirmado con una diferencia
    [supported-only-under-narrow-definitions] Sustentado solo con definiciones estrechas
    [not-reproducible-from-public-data] No reproducible con datos públicos: la única fuente hallada es la carta misma
    [contradicted] Contradicho
    [superseded] Superado
   *[other] No comprobable
}
card-subtitle = Afirmación { $id } frente a las tablas, { $unit_words ->
    [USD] millones de dólares corrientes
    [ratio] veces
   *[other] número
}, { $period }
card-note = { card-status }. { $has_choices ->
    [yes] Se cumple en { COUNT($holds) } de { COUNT($choices) } opciones igualmente defendibles; la barra es su rango.
   *[no] { $has_range ->
        [yes] La barra es el rango de versiones publicadas.
       *[no] Un solo cálculo; ninguna otra opción es igualmente defendible.
    }
} Celda: { $of_cell }.
card-alt = Valor afirmado junto al calculado de la afirmación { $id }: { card-title }. { card-status }.
card-long = Un eje. Una línea marca lo que dice la carta, un punto lo que dan las tablas, una barra el rango de opciones igualmente defendibles si lo hay. { card-title }. { card-note }

claims-at-a-glance =
    .title = De { COUNT($n) } frases de las dos cartas, { COUNT($computed) } pueden calcularse; { COUNT($confirmed) } de ellas se sostienen tal cual
    .subtitle = Afirmaciones de las cartas de 2019 y 2021 por estado calculado con las tablas; cada cuadro es una
    .note = El estado sigue por regla del valor afirmado y del calculado. No comprobable: ninguna tabla lo contiene; el registro nombra el documento que lo resolvería. Los números son los del registro. { COUNT($disagree) } estados difieren de la lectura de quien investigó.
    .alt = Cuadrícula de { COUNT($n) } afirmaciones por estado: { COUNT($confirmed) } confirmadas, { COUNT($difference) } con diferencia, { COUNT($narrow) } en lectura estrecha, { COUNT($closed) } de fuente cerrada, { COUNT($untested) } no comprobables.
    .long-description = Dos columnas, una por carta, y una fila por estado. Confirmado: { COUNT($confirmed) }. Confirmado con una diferencia: { COUNT($difference) }. Sustentado solo con definiciones estrechas: { COUNT($narrow) }. No reproducible con datos públicos: { COUNT($letter_only) }. Contradicho: { COUNT($contradicted) }. No verificable, fuente cerrada: { COUNT($closed) }. No comprobable con las tablas: { COUNT($untested) }.

finding-claims-by-status = De { COUNT($n) } afirmaciones en las dos cartas, { COUNT($confirmed) } están confirmadas, { COUNT($difference) } confirmadas con una diferencia, { COUNT($narrow) } sustentadas solo con definiciones estrechas, { COUNT($letter_only) } no son reproducibles con datos públicos, { COUNT($contradicted) } contradichas, { COUNT($closed) } no verificables por fuente cerrada y { COUNT($untested) } no comprobables con las tablas.
finding-claims-computed = { COUNT($value) } de { COUNT($n) } afirmaciones en las dos cartas pueden calcularse con las tablas.

column-stated = afirmado
column-computed = calculado
column-low = opción más baja
column-high = opción más alta
column-holds = opciones en que se cumple
column-choices = opciones
column-research-status = lectura de quien investigó
column-agrees = regla e investigación coinciden
value-confirmed = confirmado
value-confirmed-with-a-difference = confirmado con una diferencia
value-supported-only-under-narrow-definitions = sustentado solo con definiciones estrechas
value-not-reproducible-from-public-data = no reproducible con datos públicos
value-contradicted = contradicho
value-unverifiable-closed-source = no verificable (fuente cerrada)
value-superseded = superado
value-not-testable-with-the-tables = no comprobable con las tablas
value-supported = sustentado
value-supported-with-difference = sustentado con una diferencia
value-unverifiable-publicly = no verificable públicamente
value-usd = dólares
value-persons = personas
value-ratio = veces
value-signers = firmantes
value-states = estados

claim-h19-03 =
    .title = { claim-label-H19-03 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-03 }. { card-long }
claim-h19-04 =
    .title = { claim-label-H19-04 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-04 }. { card-long }
claim-h19-06 =
    .title = { claim-label-H19-06 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-06 }. { card-long }
claim-h19-09 =
    .title = { claim-label-H19-09 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-09 }. { card-long }
claim-h19-11 =
    .title = { claim-label-H19-11 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-11 }. { card-long }
claim-h19-19 =
    .title = { claim-label-H19-19 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-H19-19 }. { card-long }
claim-s21-01 =
    .title = { claim-label-S21-01 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-01 }. { card-long }
claim-s21-05 =
    .title = { claim-label-S21-05 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-05 }. { card-long }
claim-s21-22 =
    .title = { claim-label-S21-22 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-22 }. { card-long }
claim-s21-32 =
    .title = { claim-label-S21-32 }: { card-title }
    .subtitle = { card-subtitle }
    .note = { card-note }
    .alt = { card-alt }
    .long-description = { claim-label-S21-32 }. { card-long }
