"""English titles, and the words that start with a capital in a log and are nobody's name."""

from hospitality_desk.domain.quick_line.words import spelled, word_set

_TITLES = {
    "Mr": "mr mister",
    "Mrs": "mrs missus",
    "Ms": "ms",
    "Miss": "miss",
    "Mx": "mx",
    "Dr": "dr doctor",
    "Prof": "prof professor",
    "Sir": "sir",
    "Lady": "lady",
    "Lord": "lord",
    "Dame": "dame",
    "Rev": "rev reverend",
    "Father": "father",
    "Sister": "sister",
    "Captain": "captain capt",
    "Judge": "judge",
    "Madam": "madam",
    "Madame": "madame",
    "Mme": "mme",
    "Mlle": "mlle mademoiselle",
    "Monsieur": "monsieur",
    "M": "m",
    "Herr": "herr hr",
    "Frau": "frau",
    "Fräulein": "fraulein",
    "Señor": "senor",
    "Señora": "senora",
    "Señorita": "senorita",
    "Sr": "sr",
    "Sra": "sra",
    "Srta": "srta",
    "Don": "don",
    "Doña": "dona",
    "Signor": "signor",
    "Signora": "signora",
    "Signorina": "signorina",
    "Sig": "sig",
    "Mevrouw": "mevrouw mevr",
    "Mijnheer": "mijnheer meneer",
    "Dhr": "dhr",
    "Senhor": "senhor",
    "Senhora": "senhora",
    "Pan": "pan",
    "Pani": "pani",
    "Fru": "fru",
    "Rabbi": "rabbi",
    "Imam": "imam",
    "Senator": "senator",
    "Ambassador": "ambassador",
    "Sheikh": "sheikh sheik",
    "Prince": "prince",
    "Princess": "princess",
}

TITLES = spelled(_TITLES)
NOT_NAMES = word_set(
    """
    stay stayed stays staying hotels days nights masters visa mastercard amex clerk agent receptionist bartender
    runner housekeeper housekeeping porter bellman concierge valet driver maid sommelier barman hostess desk
    a about actually after again ah ahh air all allergic allergy almost already alright also always am american
    an and angry anniversary another any anybody anyone anyway apr april arrived arrives as asap asian ask asked
    asking asks at aug august away baby back bad bag bar bathroom bbq be because bed been before being best big
    bill birthday bit blood book booked booking bottle bread breakfast british broken brought burgers burnt but
    by call called calling calls came can can't cancel cancelled cannot car card celebrating chair change charge
    charged chef chicken child children chinese christmas clean cleaned clearly coat coffee cold colleague come
    comes coming compensation complained complaining complains complaint confirm cook could couple course cover
    covers customer cut dad date daughter day dec december dessert did didn't dining dinner dirty dish do does
    doesn't dog don't done door down dr drink drinks during each early easter eat eating either else emergency
    empty english entire european evening ever every everyone everything extra family father feb february feels
    fell felt few fine fire first fish flight floor food for forgot forgotten found free french fri friday fries
    from front full furious garden gastropub gave german get gets getting give glass gluten go going gone good
    got great greek group guest guests had hair half hang happened happy has hasn't have having he heard heating
    hello help her here hers herself hey hi highchair him himself his hmm hold holiday home honeymoon hot hotel
    hour hours how however hurt husband i i'd i'll i'm i've ice if ill immediately in indian indoor indoors
    inside instead internet into ipad iphone is isn't issue it it's italian its itself jan january japanese jul
    july jun june just key kid kids kind kindly kitchen knows korean lady lamb laptop large last late later
    least leave leaves leaving lebanese left let lets lift light like line little lobby long looking looks lost
    lot lots loud lounge loved lovely luggage lunch lyft lyonnais made main mains make making man manager many
    mar march may maybe me meal meat medium meeting menu mexican midday midnight might minor minute minutes miss
    missed missing mistake mom mon monday money more morning moroccan most mother mr mrs ms mum music must mx my
    myself nah name near need needed needs never new next nice night no nobody noise noisy non none noon nope
    not nothing nov november now nut nuts oct october of off offered office often oh ok okay old on once one
    only oops open or order ordered other others our ours ourselves out outdoor outdoors outside over
    overcharged own paid parking part party passport pasta patio pay people per perfect perhaps person phone
    phoned pillow pizza place plate plates please pls plz pm polish pool portuguese positive praise pregnant
    prepared private problem promise promised purse put quick quickly quiet quite rang raw ready really reason
    receipt reception refund refused regular replied reports request requested requests res rescheduled
    reservation reserve reserved restaurant return returned rez rice right ring road room rude said salad same
    sat saturday saw say says schedule seafood seat seated see seems sent sep sept september serious served
    server service several shall she shoes shoot short should shower shows shuttle sick side since sink sit
    sitting slipped slow small smell smells smoking so soda sofa some somebody someone something sorry soup spa
    spanish speak spilled spilt spoke staff stain staying steak still stolen stop stroller suitcase suite sun
    sunday sure sushi table take taken takes taking tapas taxi tea team tell terrace thai than thank thanks that
    that's the their theirs them themselves then there there's these they they're thing things think thinks this
    those though three thu thur thurs thursday thx till time tired to today together toilet told tomorrow
    tonight too took toward towel towels tray tried trip try tue tues tuesday turkish turn tv twice two uber uh
    um umbrella uncle under unhappy until unwell up upset urgent us use used veal vegan vegetarian very via
    vietnamese vip visit voucher wait waited waiter waiting waitress walk wallet want wanted wants was wasn't
    watch water way we we're we've website wed wedding wednesday weds week well went were weren't what what's
    wheelchair when where which while who whole whom whose why wi-fi wife wifi will window wine wish with within
    without woman won't wonderful work working works worried would wrong wrongly yea yeah yep yes yesterday yet
    you your yours yup
    """
)
