"""Could two printed names of a unit be the same? A score with its reasons, for a person to decide; nothing is accepted by itself.

Names of Mexican forces come with and without accents, in English and Spanish, abbreviated, with the place in the name and the number in
words. They are brought to one form first; then rapidfuzz compares the words, and the facts that must agree (numbers, state, corps) limit the
score. The quality is measured on pairs labeled by hand (`tests/units/labeled_pairs.csv`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.forces import plain

CANDIDATE = 80  # scores from here up are shown to the reviewer; chosen on the labeled pairs, see `quality`

# Phrases first (longest first), on text without accents, dots and case; each stands for one word of the common form.
PHRASES = (
    ("secretaria de la defensa nacional|secretaria de defensa nacional|secretariat of the national defense|secretariat of national defense|"
     "ministry of national defense|ministry of defense|ministry of defence|mexican army|mexico army|mx army|ejercito mexicano|sdn|sedana", "sedena"),
    ("secretaria de marina|secretariat de marina|secretariat of the navy|secretary of the navy|ministry of the navy|secretariat of the marines|mexican navy|mexico navy|mx navy|armada de mexico|mexmar|"
     "seamr|semra", "semar"),
    ("secretaria de seguridad publica y transito municipal|secretaria de seguridad y transito municipal|secretaria de seguridad publica municipal|policia municipal|municipal police", "municipalpolice"),
    ("policia federal ministerial|federal ministerial police|pfm", "federalministerialpolice"),
    ("policia federal preventiva|federal preventive police|pfp", "federalpreventivepolice"),
    ("policia federal|federal police|federal polcie|mexico federal police|fuerzas federales", "federalpolice"),
    ("guardia nacional|national guard", "nationalguard"),
    ("procuraduria general de la republica|attorney general s office|attorney general office", "pgr"),
    ("fiscalia general de la republica", "fgr"),
    ("centro de investigacion y seguridad nacional", "cisen"),
    ("centro nacional de inteligencia|national intelligence center", "cni"),
    ("secretaria de seguridad ciudadana|secretary of citizen security|citizen security secretariat", "ssc"),
    ("secretaria de seguridad publica|secretary of public security|secretariat of public security|public security secretariat|policia estatal|state police|police of the state|"
     "seguridad publica estatal|ssp", "statepolice"),
    ("unidad de operaciones especiales|special operations unit", "unopes"),
    ("fuerza civil|civil force", "fuerzacivil"),
    ("fuerzas especiales|special forces|spec forces|spec force|sf", "specialforces"),
    ("fusileros paracaidistas|fusil paracaidistas|parachutist|parachute|parach|airborne", "parachute"),
    ("base aerea militar|base aerea military|military air base|mil air base|air mil base|mil air station", "bam"),
    ("base aeronaval|airnaval base|air naval base", "navalairbase"),
    ("zona naval militar|mil naval zone|zona naval|naval zone|zn", "navalzone"),
    ("region naval|naval region", "navalregion"),
    ("zona militar|mil zone|military zone|zm", "militaryzone"),
    ("region militar|mil region|military region", "militaryregion"),
    ("sector naval|naval sector", "navalsector"),
    ("infanteria de marina|marine corps|naval infantry", "marines"),
    ("batallon de infanteria|inf bn|infantry battalion|infantry ballation|inf battalion", "infantry battalion"),
    ("policia militar|mil police|mil pol|military police", "militarypolice"),
    ("escuadron aereo|air sq|air squadron", "air squadron"),
    ("escuadron de patrulla|escuadron de exploracion|patrol sq|sq patrol|patrol squadron", "patrol squadron"),
    ("campo militar|mil field|mil fld|military field|mil flied", "militaryfield"),
    ("estado mayor presidencial|presidential staff|emp", "presidentialstaff"),
    ("estado mayor general|estado mayor|general staff|staff", "staff"),
    ("escuela de aviacion naval|naval aviation school|naval air school", "navalaviationschool"),
    ("escuela superior de guerra|army war college", "armywarcollege"),
    ("colegio del aire|air college", "aircollege"),
    ("centro de estudios superiores navales|naval superior studies center|center of superior naval studies", "cesnav"),
    ("hospital naval de|hospital naval|naval hospital", "navalhospital"),
    ("centro de mantenimiento aeronaval|airnaval maint center|air naval maintenance center|naval maintenance center|airnav maint center", "navalaviationmaintenance"),
    ("centro medico naval|naval medical center", "navalmedicalcenter"),
    ("fuerza naval del golfo|fuerza naval golfo|gulf naval forces?", "gulfnavalforce"),
    ("fuerza naval del pacifico|fuerza naval pacifico|pacific naval forces?", "pacificnavalforce"),
    ("fuerza aerea mexicana|mexican air force|mexico air force|mx air force|mx air foce|mx af|fam|maf", "airforce"),
    ("naval intelligence unit|unidad de inteligencia naval|uin", "navalintelligence"),
    ("grupo aeromovil de fuerzas especiales|gafe", "gafe"),
    ("tech supply deposit|technical supply deposit", "supplydeposit"),
)
WORDS = {
    "sq": "squadron", "esc": "squadron", "escuadron": "squadron", "bn": "battalion", "btn": "battalion", "batallon": "battalion", "bat": "battalion",
    "ballation": "battalion", "bde": "brigade", "bgde": "brigade", "bgda": "brigade", "brig": "brigade", "brigada": "brigade", "mil": "military", "militar": "military",
    "inf": "infantry", "infanteria": "infantry", "reg": "regiment", "rgmt": "regiment", "regimiento": "regiment", "art": "artillery",
    "artilleria": "artillery", "cav": "cavalry", "caballeria": "cavalry", "maint": "maintenance", "mantenimiento": "maintenance", "electr": "electronic",
    "elect": "electronic", "electro": "electronic", "electronics": "electronic", "electronico": "electronic", "eche": "echelon", "escalon": "echelon",
    "indep": "independent", "indp": "independent", "ingenieros": "engineer", "engineers": "engineer", "trans": "transmissions", "transm": "transmissions",
    "transmisiones": "transmissions", "grupo": "group", "unidad": "unit", "policia": "police", "pol": "police", "policias": "police", "ministerial": "ministerial",
    "municipales": "municipal", "estatal": "state", "sta": "santa", "sn": "san", "cd": "ciudad", "hq": "headquarters", "hqs": "headquarters",
    "cuartel": "headquarters", "ops": "operations", "operaciones": "operations", "intel": "intelligence", "inteligencia": "intelligence",
    "spec": "special", "specl": "special", "especiales": "special", "especial": "special", "ctr": "center", "centro": "center", "tng": "training",
    "entrenamiento": "training", "armada": "semar", "navy": "semar", "marina": "semar", "marines": "marines", "marinos": "marines", "army": "sedena",
    "ejercito": "sedena", "soldiers": "sedena", "pf": "federalpolice", "fp": "federalpolice", "acad": "academy", "cia": "company", "compania": "company",
    "mtz": "motorized", "naval": "naval", "escuela": "school", "hosp": "hospital", "defensa": "sedena", "armored": "armor", "combat": "combat",
}
NUMBERS = {"primer": 1, "primera": 1, "first": 1, "segundo": 2, "segunda": 2, "second": 2, "tercer": 3, "tercera": 3, "third": 3, "cuarto": 4, "cuarta": 4,
           "fourth": 4, "quinto": 5, "quinta": 5, "fifth": 5, "sexto": 6, "sexta": 6, "sixth": 6, "septima": 7, "septimo": 7, "seventh": 7,
           "octavo": 8, "octava": 8, "eighth": 8, "novena": 9, "ninth": 9, "decima": 10, "decimo": 10, "tenth": 10,
           "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12}
FILLER = set("de del la las los el the of and y en in no num number mx a for e o por secretaria secretariat secretary general special_ "
             "group_ federal_ km col".split())
CORPS = {"sedena": "army", "semar": "navy", "marines": "navy", "federalpolice": "federal_police", "nationalguard": "federal_police",
         "federalpreventivepolice": "federal_police", "federalministerialpolice": "federal_prosecutor", "statepolice": "state_police",
         "municipalpolice": "municipal_police", "pgr": "federal_prosecutor", "fgr": "federal_prosecutor", "ssc": "state_police",
         "fuerzacivil": "state_police", "airforce": "air_force", "navalzone": "navy", "navalregion": "navy", "navalsector": "navy", "militaryzone": "army",
         "militaryregion": "army", "unopes": "navy"}


@dataclass(frozen=True)
class Name:
    """A printed name in the common form: its words, the numbers in it, the states it names and the corps that its words imply.

    >>> normalize("3er Batallón de Infantería, Iguala, Gro.").words
    ('battalion', 'iguala', 'infantry')
    """

    printed: str
    words: tuple[str, ...]
    numbers: frozenset[str]
    states: frozenset[str]
    corps: frozenset[str]


# Short forms of states that are also words or grade marks are read as a state only where they end a name ("Iguala, Gro.").
_STATES = {
    "aguascalientes": "ags", "baja california sur": "bcs b c s", "baja california": "bc b c", "campeche": "camp", "chiapas": "chis chiapas chapas", "chihuahua": "chih",
    "ciudad de mexico": "cdmx df d f distrito federal|mexico city|mexico d f|mexico df", "coahuila": "coah", "colima": "col", "durango": "dgo", "guanajuato": "gto",
    "guerrero": "gro", "hidalgo": "hgo", "jalisco": "jal", "mexico": "estado de mexico|edo mexico|edo mex|edomex|state of mexico|estado de mex|estado de mx",
    "michoacan": "mich michoacan de ocampo", "morelos": "mor", "nayarit": "nay", "nuevo leon": "nl n l", "oaxaca": "oax", "puebla": "pue", "queretaro": "qro",
    "quintana roo": "qroo q roo", "san luis potosi": "slp", "sinaloa": "sin", "sonora": "son", "tabasco": "tab", "tamaulipas": "tamps tam toimoulipas", "tlaxcala": "tlax",
    "veracruz": "ver", "yucatan": "yuc", "zacatecas": "zac",
}


@lru_cache(maxsize=1)
def _state_patterns():
    pairs = []
    for state, short in _STATES.items():
        if state != "mexico":
            pairs.append((state, state, False))
        for part in short.split("|") if "|" in short else [short]:
            if " " in part and "|" in short:
                pairs.append((part, state, False))
            else:
                pairs += [(s, state, True) for s in ([part] if part in ("q roo", "b c", "b c s", "n l", "d f") else part.split())]
    return sorted(set(pairs), key=lambda p: -len(p[0]))


@lru_cache(maxsize=1)
def _phrases():
    return sorted(((form, word) for forms, word in PHRASES for form in forms.replace("s?", "s").split("|")), key=lambda p: -len(p[0]))


@lru_cache(maxsize=8192)
def normalize(printed: str) -> Name:
    """Bring a printed name to the common form.

    Numbers are taken out as facts of their own ("101st", "1RA", "3/er", "Primer", "#1"), states too, whether in full or as the short form that ends
    a name. A name given twice in one cell ("X, Y X, Y") counts once.

    >>> normalize("2/o Batallon de Fusileros Paracaidistas") == normalize("2/o Batallon de Fusileros Paracaidistas")
    True
    >>> sorted(normalize("SSP Guerrero").states), sorted(normalize("Policía Estatal de Guerrero").corps)
    (['guerrero'], ['state_police'])
    """
    text = re.sub(r"[\ufffd?¡£]", "", str(printed).replace("N/A", "na").replace("n/A", "na"))
    text = re.sub(r"(?<=\d)/(?=[a-z]|[A-Z])", "", text)
    text = plain(text)
    text = _once(text)
    states, numbers = set(), set()
    for form, state, at_end in _state_patterns():
        pattern = rf"\b{form}\b(?=( mx| mexico)?$)" if at_end else rf"\b{form}\b"
        if re.search(pattern, text):
            states.add(state)
            text = re.sub(pattern, " ", text)
    text = " ".join(text.split())
    for form, word in _phrases():
        text = re.sub(rf"\b{form}\b", word, text)
    words = []
    for token in text.split():
        ordinal = re.fullmatch(r"(\d+)(st|nd|rd|th|o|a|er|era|ra|da|do|ta|to|va|ma|rh)?", token)
        if ordinal:
            numbers.add(str(int(ordinal.group(1))))
        elif token in NUMBERS:
            numbers.add(str(NUMBERS[token]))
        elif mixed := re.fullmatch(r"([a-z]+)(\d+)", token):
            words.append(WORDS.get(mixed.group(1), mixed.group(1)))
            numbers.add(str(int(mixed.group(2))))
        elif token not in FILLER and token not in ("mexico", "mexican") and len(token) > 1:
            words.append(WORDS.get(token, token))
    words = sorted(set(words))
    return Name(str(printed), tuple(words), frozenset(numbers), frozenset(states), frozenset(CORPS[w] for w in words if w in CORPS))


def _once(text: str) -> str:
    tokens = text.split()
    half = len(tokens) // 2
    return " ".join(tokens[:half]) if half and len(tokens) % 2 == 0 and tokens[:half] == tokens[half:] else text


def score(first: str, second: str) -> tuple[int, list[str]]:
    """How far two printed names could be one unit, 0 to 100, with the reasons in words.

    rapidfuzz's token-sort ratio and token-set ratio of the common forms, averaged; facts that contradict each other (a number, a state, a
    corps) hold the score under the candidate threshold, and a number or a place that only one name gives lowers it.

    >>> score("3rd Btn S.F., Iguala, Guerrero, MX", "3er Batallon de Fuerzas Especiales, Iguala, Gro.")[0] >= CANDIDATE
    True
    >>> score("301st Air Sq, Santa Lucia", "302nd Air Sq, Santa Lucia")[1]
    ['numbers differ: 301 / 302']
    """
    from rapidfuzz import fuzz

    a, b = normalize(first), normalize(second)
    if not a.words or not b.words:
        return (100, ["same text"]) if plain(first) == plain(second) and plain(first) else (0, ["no words to compare"])
    left, right = " ".join(a.words), " ".join(b.words)
    points = 0.5 * fuzz.token_sort_ratio(left, right) + 0.5 * fuzz.token_set_ratio(left, right)
    reasons = []
    shared = [w for w in a.words if w in b.words]
    if shared:
        reasons.append("words in both: " + ", ".join(shared))
    limit = 100
    if a.numbers != b.numbers:
        if a.numbers and b.numbers and not (a.numbers & b.numbers):
            limit, reasons = CANDIDATE - 20, [f"numbers differ: {', '.join(sorted(a.numbers))} / {', '.join(sorted(b.numbers))}"]
        elif a.numbers and b.numbers:
            points -= 6
            reasons.append("one number more on one side")
        else:
            points -= 14
            reasons.append("a number on one side only")
    baja = {"baja california", "baja california sur"}
    if a.states and b.states and not a.states & b.states and (a.states | b.states) <= baja:
        reasons.append("Baja California on one side, Baja California Sur on the other: the reports shorten it")
    elif a.states and b.states and not a.states & b.states:
        limit = min(limit, CANDIDATE - 20)
        reasons.append(f"states differ: {', '.join(sorted(a.states))} / {', '.join(sorted(b.states))}")
    elif bool(a.states) != bool(b.states):
        points -= 10 if {"statepolice", "fuerzacivil", "municipalpolice"} & {*a.words, *b.words} else 3
        reasons.append("a state on one side only")
    elif a.states:
        points += 4
        reasons.append("same state: " + ", ".join(sorted(a.states & b.states)))
    if a.corps and b.corps and not a.corps & b.corps:
        limit = min(limit, CANDIDATE - 20)
        reasons.append(f"corps differ: {', '.join(sorted(a.corps))} / {', '.join(sorted(b.corps))}")
    only = [w for w in (*a.words, *b.words) if (w in a.words) != (w in b.words)]
    if "municipalpolice" in shared and set(a.words) - set(b.words) and set(b.words) - set(a.words):
        limit = min(limit, CANDIDATE - 20)
        reasons.append("two towns")
    kinds = {"squadron", "battalion", "brigade", "regiment", "group", "school", "hospital", "headquarters", "navalzone", "militaryzone", "navalregion",
             "militaryregion", "navalsector", "bam", "navalairbase", "echelon", "company", "infantry", "artillery", "specialforces", "gafe", "militarypolice",
             "patrol", "engineer", "transmissions", "intelligence", "navalintelligence", "staff", "parachute"}
    clash_a, clash_b = kinds & set(a.words) - set(b.words), kinds & set(b.words) - set(a.words)
    if clash_a and clash_b:
        limit = min(limit, CANDIDATE - 10)
        reasons.append(f"kinds differ: {', '.join(sorted(clash_a))} / {', '.join(sorted(clash_b))}")
    elif clash_a or clash_b:
        points -= 8
    if only:
        reasons.append("words in one only: " + ", ".join(sorted(only)))
    return max(0, min(round(points), limit, 100)), reasons


def quality(pairs, threshold: int = CANDIDATE) -> dict[str, float]:
    """Precision and recall of "candidate" on labeled pairs.

    Parameters
    ----------
    pairs : DataFrame
        first, second, same ("yes" or "no").
    threshold : int
        Scores from here up count as candidates.

    Returns
    -------
    dict
        pairs, same, candidates, hits, precision (hits of candidates), recall (hits of same); a share without a base is NaN.

    >>> import pandas as pd
    >>> pairs = pd.DataFrame({"first": ["SSP Guerrero", "SSP Puebla"], "second": ["Guerrero state police", "SSP Veracruz"], "same": ["yes", "no"]})
    >>> found = quality(pairs)
    >>> found["precision"], found["recall"]
    (1.0, 1.0)
    """
    scores = [score(a, b)[0] for a, b in zip(pairs["first"], pairs["second"], strict=True)]
    same = [s == "yes" for s in pairs["same"]]
    hits = sum(1 for s, y in zip(scores, same, strict=True) if y and s >= threshold)
    candidates = sum(1 for s in scores if s >= threshold)
    return {"pairs": len(scores), "same": sum(same), "candidates": candidates, "hits": hits, "precision": hits / candidates if candidates else float("nan"),
            "recall": hits / sum(same) if sum(same) else float("nan")}
