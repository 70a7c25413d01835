"""English words that say what a problem is about and how bad it is for the guest; always a guess."""

from hospitality_desk.domain.quick_line.words import KindPair, Phrase, phrases, word_set

FOOD = word_set(
    "food steak steaks soup meal dish dishes plate plates entree entrees main mains starter starters appetizer "
    "appetizers dessert desserts coffee tea breakfast eggs toast fries chips pasta fish chicken lamb beef burger "
    "burgers pizza salad drinks drink wine beer order orders risotto duck pork sauce vegetables potatoes bread "
    "course courses room-service dinner lunch pancakes omelette sandwich cocktail cocktails water kitchen"
)
BELONGINGS = word_set(
    "purse bag bags handbag wallet phone mobile cellphone iphone umbrella coat jacket scarf hat glasses sunglasses "
    "keys key laptop tablet ipad charger ring necklace earring earrings bracelet watch jewellery jewelry passport "
    "luggage suitcase backpack camera airpods headphones teddy toy bear gloves sweater shawl cardigan card cards "
    "rucksack case briefcase book shoes doll blanket dentures kindle stroller pram cane belongings medication"
)
_BODY = word_set(
    "hand finger fingers arm leg foot knee ankle head tongue mouth lip lips tooth teeth eye face thumb toe back "
    "wrist elbow shoulder himself herself themselves hip nose chin skin"
)
_LATE = word_set("late waiting waited wait waits delayed slow slowly forgotten forgot missing delay long")
_BAD_FOOD = word_set(
    "cold lukewarm undercooked overcooked raw burnt burned tough dry salty tasteless stale soggy bland pink "
    "inedible tepid overdone underdone frozen rare late slow slowly"
)
_ROOM = word_set("room suite bed beds housekeeping villa apartment cottage bathroom")
_NOT = word_set("not isn't wasn't never no still n't hasn't aren't without un")

_KIND_TEXT = {
    ("Slow or cold food", 3): "cold food|slow food|stone cold|food poisoning risk|slow service|undercooked|overcooked|"
    "lukewarm|burnt steak|hair in|raw chicken|no food yet|waiting on food|waiting for food|waiting on mains|"
    "kitchen backed up|inedible|soggy|slow kitchen",
    ("Wrong order", 4): "wrong order|wrong dish|wrong food|wrong table served|wrong drink|wrong drinks|mixed up order|"
    "not what she ordered|not what he ordered|not what they ordered|not what was ordered|didn't order|"
    "did not order|wrong plate|wrong meal|wrong main|wrong starter|mix up|mixup|order mixed up|missing from order|"
    "wrong item|wrong wine|instead of",
    ("Promise not kept", 4): "broken promise|promise broken|promised but|was promised|were promised|had been promised|"
    "promised a|nobody called back|never called back|no one called back|did not call back|didn't call back|"
    "not kept|we promised|no wake up call|missed wake up call|no wake-up call|never came back|never followed up|"
    "forgot the birthday|reservation lost|lost reservation|lost booking|lost the booking|booking not found|"
    "no reservation found|lost their reservation|lost her reservation|lost his reservation|no record of",
    ("Room not ready", 4): "room not ready|room isn't ready|room not clean|room not cleaned|room dirty|dirty room|"
    "room not made up|no housekeeping|unmade bed|bed not made|early check in|early check-in|room still dirty|"
    "not checked in yet|can't check in|no towels|no hot water|ac broken|air con broken|heating broken",
    ("Lost property", 4): "lost property|lost and found|left behind|lost & found",
    ("Lost property", 2): "lost|missing|left her|left his|left their|forgot her|forgot his|stolen",
    ("Transport", 3): "taxi|cab|taxis|uber|lyft|shuttle|limo|limousine|airport transfer|transfer|chauffeur|valet|"
    "parking|car park|missed flight|missed train|bus|towed|airport pickup|pickup|pick-up",
    ("Noise", 4): "noise|noisy|loud|loud music|too loud|party next door|shouting|barking|banging|drilling|snoring|"
    "screaming|construction|can't sleep|cannot sleep|couldn't sleep|music too|neighbours loud|hammering",
    (
        "Billing",
        4,
    ): "overcharged|over charged|charged twice|double charged|wrong bill|bill wrong|billing|invoice|refund|"
    "wrong charge|charged for|bill is wrong|bill was wrong|check is wrong|check was wrong|wrong check|deposit|"
    "service charge|minibar charge|card declined|not on the bill|bill dispute|disputes bill|disputes the bill",
    ("Billing", 2): "bill|charge|charged|charges|payment|receipt|tab",
    ("Allergy or illness", 5): "allergy|allergic|allergies|allergen|anaphylaxis|anaphylactic|epipen|coeliac|celiac|"
    "food poisoning|gluten|peanut|peanuts|shellfish|lactose|vomiting|vomited|threw up|nausea|nauseous|diarrhea|"
    "diarrhoea|fainted|faint|unwell|feels sick|feeling sick|felt sick|is sick|was sick|got sick|ill|hives|rash|"
    "seizure|chest pain|heart attack|stroke|dizzy|fever|hypo|asthma|sick after|migraine|collapsed|intolerant",
    ("Injury", 5): "injured|injury|injuries|bleeding|blood|slipped|tripped|fell over|fell down|hurt|chipped tooth|"
    "broken tooth|fracture|fractured|scalded|choking|choked|stitches|broken glass in|glass in food|"
    "glass in the|bumped head|hit head|hit her head|hit his head|concussion|burned herself|burnt herself|"
    "burned himself|burnt himself|ambulance|sprained|twisted ankle|fell|cut himself|cut herself",
    ("Praise", 2): "thank|thanks|thanked|wonderful|amazing|lovely|loved|loves|excellent|fantastic|perfect|delicious|"
    "compliment|compliments|complimented|praised|praise|praises|outstanding|superb|delighted|"
    "best meal|best service|best dinner|best evening|thrilled|brilliant|great|happy|kind|impressed|"
    "grateful|beautiful evening|five stars|5 stars|over the moon|sends thanks|wow",
}
KINDS: dict[Phrase, tuple[str, int]] = {
    tuple(phrase.split()): (kind, weight) for (kind, weight), text in _KIND_TEXT.items() for phrase in text.split("|")
}
KIND_PAIRS: tuple[KindPair, ...] = (
    KindPair(
        kind="Lost property",
        first=word_set("left lost forgot forgotten missing misplaced stolen find found leaves lose leaving"),
        second=BELONGINGS,
        gap=3,
        weight=6,
        either_order=True,
    ),
    KindPair(kind="Slow or cold food", first=_BAD_FOOD, second=FOOD, gap=3, weight=4, either_order=True),
    KindPair(kind="Slow or cold food", first=_LATE, second=FOOD, gap=4, weight=4, either_order=True),
    KindPair(
        kind="Wrong order", first=word_set("wrong incorrect mixed"), second=FOOD, gap=2, weight=4, either_order=True
    ),
    KindPair(
        kind="Wrong order", first=word_set("ordered"), second=word_set("got received brought served"), gap=5, weight=4
    ),
    KindPair(
        kind="Room not ready", first=_ROOM, second=word_set("dirty unclean unmade"), gap=3, weight=5, either_order=True
    ),
    KindPair(kind="Room not ready", first=_NOT, second=word_set("ready cleaned"), gap=2, weight=2),
    KindPair(kind="Room not ready", first=word_set("room suite villa"), second=word_set("ready"), gap=4, weight=3),
    KindPair(
        kind="Injury",
        first=word_set("burned burnt cut hurt broke bruised scalded grazed"),
        second=_BODY,
        gap=3,
        weight=6,
        either_order=True,
    ),
    KindPair(
        kind="Allergy or illness",
        first=word_set("sick ill allergic"),
        second=word_set("guest child kid wife son daughter"),
        gap=3,
        weight=4,
        either_order=True,
    ),
    KindPair(
        kind="Billing",
        first=word_set("bill check tab charge price"),
        second=word_set("wrong twice error mistake high incorrect"),
        gap=3,
        weight=4,
        either_order=True,
    ),
    KindPair(
        kind="Promise not kept",
        first=word_set("booking reservation"),
        second=word_set("lost missing forgotten gone"),
        gap=2,
        weight=7,
        either_order=True,
    ),
    KindPair(
        kind="Promise not kept",
        first=word_set("promised promise"),
        second=word_set("not never no didn't still broken forgot forgotten but hasn't wasn't"),
        gap=6,
        weight=4,
        either_order=True,
    ),
)
SERIOUS = word_set("serious urgent asap emergency critical severe urgently")
MIDDLING = word_set("middling moderate")
MINOR: tuple[Phrase, ...] = phrases(
    "minor|little thing|small thing|little problem|small problem|little issue|small issue|small matter|trivial|"
    "just a small|just a little thing|not urgent|not serious|nothing serious|no big deal|small one"
)
NOT_SEVERITY_AFTER = word_set("exit exits door room number contact services stairs eater")
ALARMING = word_set(
    "ambulance anaphylaxis anaphylactic epipen bleeding injured injury choking choked unconscious collapsed "
    "seizure fainted fracture fractured scalded concussion stitches paramedic paramedics police assault "
    "heart-attack stroke"
)
NEGATIONS = word_set(
    "not no never isn't wasn't aren't weren't don't doesn't didn't hardly barely nothing won't can't couldn't "
    "without less far neither nor isnt wasnt didnt dont wont"
)
