"""What stands in English beside the name of a country that is not spoken of, and how its sentences open or lean."""

from __future__ import annotations

import re

from topic_briefings.languages.openings import Naming, Telling

NAMING = Naming(
    weak_before=re.compile(
        r"(?:\b(?:pro|anti|non|ex)-|"
        r"\b(?:based|born|educated|headquartered|lives|living|raised|retired|served|vacationing) in|"
        r"\b(?:envoy|ambassador|trip|visit|flight|exports|imports|immigrant|native|moved|moving) (?:to|from|of)|"
        r"\b(?:president|citizens?|flag) of(?: the)?|\baccording to(?: the)?|\bof [\w’'-]+,) ?$",
        re.IGNORECASE,
    ),
    origin_before=re.compile(r"(?:\bfrom |, (?:an?|the) (?:[a-z]+ )?)$"),
    origin_after=re.compile("-(?:born|based|raised|bound)"),
    unnamed_after=re.compile(
        r" (?:province|city|town|region|island|capital|village|state|district|port)\b(?! of\b|,? [A-Z])"
    ),
    stage_after=re.compile(
        r" (?:[a-z]+ )?(?:summits?|talks|conferences?|meetings?|negotiations|agreements?|accords?|deals?|protocol)\b"
    ),
    home_of_after=re.compile(r" (?:[A-Z][a-z]+s|Post|Times|Herald|Tribune|Star|Journal|Observer|Examiner)\b"),
    on_a_map_after=re.compile(
        r"(?:-\d| (?:Airport|Avenue|Boulevard|Center|County|Elementary|Heights|High|Hospital|International Airport|"
        r"Lane|Middle School|Park|Peninsula|Plain|Road|Sea|Street|Township)\b)"
    ),
    firm_after=re.compile(
        r"(?: (?:[A-Z][\w’'-]*|&|and)){0,4}? (?:Inc|Corp|Co|Ltd|L\.?L\.?C|P[Ll][Cc]|AG|NV|SA|Airlines|Airways|Bancorp|"
        r"Holdings|Industries|Motors|Petroleum|Telecom)\b"
    ),
    called_after=re.compile(
        r"(?: (?:[A-Z][\w’'-]+ ){1,4}(?:Association|Club|League|Society)\b"
        r"| (?:[a-z]+[ -]){0,2}(?:affair|scandal)\b"
        r"| (?:Congressional|House|Senate) (?:bid|campaign|candidates?|hopeful|primary|race|seat)\b"
        r"|, (?:owned by|an? (?:division|subsidiary|unit) of)\b)"
    ),
    called_before=re.compile(r"\b(?:[A-Z][\w’'-]+ (?:de|du)|Air|Club) $"),
    road=re.compile(r"(?<=U\.S\.) (?:\d|Highway|Route)"),
    address_before=re.compile(r"\b[A-Z][\w’'-]+, $"),
    in_before=re.compile(r"\b(?:in|near|outside|across|around|through) (?:central |downtown )?$"),
    private_after=re.compile(
        r"(?:[ -][a-z]+(?:-[a-z]+)*){0,2}?[ -](?:actor|actress|artist|astronomer|athlete|baby|band|boxer|boy|child|"
        r"children|citizen|climber|couple|dancer|diver|doctor|driver|expatriate|famil(?:y|ies)|fan|father|filmmaker|footballer|girl|"
        r"golfer|husband|immigrant|infant|man|men|migrant|model|mother|mum|musician|national|nurse|passport|pilgrim|player|"
        r"refugee|restaurant|sailor|scientist|singer|striker|student|swimmer|teacher|teenager|tourist|traveller|traveler|"
        r"violinist|wife|woman|women|worker|writer)s?\b"
    ),
    aside_after=re.compile(r" [a-z]+\Z"),
    parts=frozenset(
        (
            *("Abkhaz", "Abkhazian", "Abkhazians", "Basque", "Bosnian Croat", "Bosnian Serb", "Catalan", "Chechen"),
            *(
                "Flemish",
                "Kashmiri",
                "Quebecois",
                "Québécois",
                "South Ossetian",
                "Tibetan",
                "Turkish Cypriot",
                "Walloon",
            ),
        )
    ),
)

_WHO = (
    r"(?:[A-Z][\w.’'-]*|an?|and|at|by|from|her|his|in|of|the|their|with"
    r"|(?:grand)?(?:mother|father|son|daughter)|brother|sister|wife|husband)"
)
"""A word of a caption that only says who is in the picture."""
_PICTURED = (
    r"(?=[\s\S]*(?:19|20)\d\d\.\Z)(?!.*\b(?:[a-z]+ed|had|has|have|said|was|were|will|would)\b)"
    r"[\s\S]*? [a-z]+s (?:an?|at|during|from|her|his|in|on|the|to|with)\b"
    r".*\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d\d?, (?:19|20)\d\d\.\Z"
)
"""A caption tells in the present what was seen on a day whose year it names."""
_PLACED = r".*, [A-Z]\w+, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d\d?, (?:19|20)\d\d\.\Z"
"""Or it ends with where and when, and nothing before them: "…, Tarn, April 5, 2018."."""
TELLING = Telling(
    deck=re.compile(
        r"(?!.*\b(?:the|an?|his|her|its|their|my|our|your|it|[hw]e|she|they|you|th(?:is|at|ese|ose|ere)|I"
        r"|not|on \w+day)\b|.*n['’]t\b)"
        r"[^\s\"“”(](?:\S* ){3,13}\S+\.",
        re.IGNORECASE,
    ),
    routine=re.compile(
        # What begins a sentence is asked of its beginning alone; of the rest the first letters are looked for.
        r"\A(?:(?:Present|Absent|Also present|In attendance)(?: were|:)"
        r"|(?:Read (?:part|more|the (?:full|whole)|our)|Call \d|(?:[A-Z]{3,} )?The Latest on)\b"
        rf"|(?:{_WHO}[ ,]{{1,2}})*{_WHO}\.\Z|{_PICTURED}|{_PLACED})"
        r"|[ctPrm/](?:(?<=\bc)all(?:ed|s)?\b.{0,120}\bto order\b|(?<=\bt)he minutes of the\b"
        r"|(?<=\bP)ledge of Allegiance\b|(?<=\br)oll[ -]call\b(?! vote)|(?<=/) ?FILE\.\Z"
        r"|(?:(?<=\bm)embers|(?<=\bc)(?:ouncillors|ommissioners)|(?<=\bt)rustees)"
        r" (?:were|was) (?:present|absent|in attendance)\b)"
    ),
    reported=re.compile(r"\b(?:said|says|told|announced|according to|reported)\b"),
    back=re.compile(
        r"\b(?:[Ee]arlier|[Rr]ecent(?:ly)?)\b|\AFor [^,.]{0,25}\b(?:weeks|months|years|decades)\b"
        r"|\A(?:(?!(?:as|that|which|who) )[^,;])*?"
        r"\b(?:ha(?:s|ve) (?:long|normally|traditionally|usually)|(?:frequently|often|usually) [a-z]{3,}s)\b"
        r"|\b(?:[Ll]ast|[Pp]ast) (?:[a-z]+ )?(?:night|day|week|weekend|month|year|decade|century|spring|summer|fall"
        r"|autumn|winter|season|election|campaign|[A-Z][a-z]+day)s?\b"
    ),
    denied=re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE),
    teasing=re.compile(r"\b(?:How|Why|What|This|THIS|These|Here|Things|Just|JUST)\b|\?"),
    essay=re.compile(
        r"\b(?:Analysis|Column|Commentary|Editorial|Essay|Excerpt|Interview|Letters?|Memo|Notebook|Notice|Obituary|Opinion"
        r"|Q&A|Review)\b"
    ),
    lures=re.compile(
        r"(?:If|Ever since)\b|(?:When|As|Before|Until|Once|Although|While|Unless|Because) (?:it|they|this|that)\b"
        r"|(?i:(?:about|almost|barely|just|more than|nearly|only|over|some) )?"
        r"(?i:an?|one|two|three|four|five|six|ten|last|\d+) (?:year|month|week|day|hour|decade)s? (?:ago|before)\b"
        r"|(?:A few|Just|Minutes|Moments|Hours) (?:minutes|moments|hours)? ?(?:after|before|ago)\b"
        r"|On an? (?:[a-z-]+ ){0,3}(?:[A-Z][a-z]+ ){0,2}(?:day|morning|afternoon|evening|night)\b"
        r"|(?:Clutching|Holding|Leaning|Perched|Seated|Sipping|Sitting|Squinting|Standing|Wearing)"
        r" (?:an?|at|beside|by|her|his|in|on|the)\b"
        r"|(?:Today|Tomorrow|Yesterday) (?:is|was|marks)\b"
        r"|(?:Mr|Mrs|Ms|Dr)\.? [A-Z][\w’'-]+, (?:I|you|we)\b"
        r"|(?:Imagine|Picture|Consider|Count|Remember|Meet|Forget|Think|Call it|Welcome to|Take an?)\b"
        r"|.{0,250}\b(?:made no secret|(?:can|could|may|might) be (?:excused|forgiven) for|good things happen"
        r"|(?:some|a lot of) explaining to do|not everyone (?:agrees|cares|is)|was a guest on)\b"
    ),
    hangs=re.compile(
        r"\A(?:(?:If|When|Before|Until|Once|While|Although|Unless|Because|Previously|Ever since|In (?:this|that))\b"
        r"|Now,|In an? [a-z]+ (?:where|when|in which)\b)"
        r"|\b(?:these|those|such)(?! (?:days|who|as|weeks|years|months)\b) [a-z]{3,}"
        r"|\b(?:of|in|to|for|with|by|from|on|flouts?) (?:this|that)"
        r" (?!week|year|month|morning|summer|spring|autumn|winter|season|country|is|was|it|he|she|they|the)[a-z]{3,}"
    ),
    glued=re.compile(r"[a-z] (?:He|In|It|She|The|There|These|They|This|We) [a-z]"),
    turns=re.compile(
        r"(?:Instead|It turn(?:s|ed) out|No longer|Not (?:any ?more|quite|so)|Of course|Or so|That (?:changed|is,))\W"
    ),
    gainsays=re.compile(r"(?:But|However|Now|Yet)\W"),
)
