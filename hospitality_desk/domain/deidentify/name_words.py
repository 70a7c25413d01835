"""What is known of names: short forms of first names, names that are ordinary words too, and what is no name."""

from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.words import word_set

_SHORT_FORMS = (
    "alexander alex al sandy xander sasha alec|alexandra alex sandra lexi sasha|alfred alf alfie fred freddie|"
    "andrew andy drew andre|anthony tony ant antonio|antonia toni tonia|abigail abby gail|albert al bert bertie|"
    "amanda mandy|angela angie|ann anna anne annie nancy|barbara barb babs barbie|benjamin ben benny benji|"
    "bernard bernie|brian bry|caroline carol carrie caro|"
    "catherine katherine kathryn kate katie kathy cathy kat kitty|charles charlie chuck chas carl|"
    "charlotte charlie lottie|christina christine chris tina chrissie|christopher chris topher kit|clifford cliff|"
    "cynthia cindy|daniel dan danny|daniela danielle dani|david dave davy|deborah deb debbie debra|dennis den denny|"
    "donald don donnie|dorothy dot dottie dolly|douglas doug|edward ed eddie ted teddy ned|eleanor ellie nell nora|"
    "elizabeth liz lizzie beth betty eliza bess libby elisa|emily em emmy|eugene gene|frances fran fanny frankie|"
    "francis frank frankie|francisco paco pancho|frederick fred freddie freddy|gabriel gabe|gabriela gabriella gabby|"
    "geoffrey jeffrey geoff jeff|gerald gerry jerry|gregory greg|guillermo memo|harold harry hal|helen nell|"
    "henry harry hank hal|herbert herb bert|ignacio nacho|isabel isabella isabelle bella izzy|jacob jake|"
    "jacqueline jackie|james jim jimmy jamie|janet jan|jennifer jen jenny|jessica jess jessie|john johnny jack jon|"
    "jonathan jon johnny nathan|jose pepe|joseph joe joey|josephine jo josie|josef sepp|joshua josh|judith judy|"
    "kenneth ken kenny|kimberly kim|lawrence laurence larry laurie|leonard leo len|leonardo leo|lillian lily lil|"
    "louis lou louie|louise lou|lucas luke|lucy lucia|luis lucho|madeleine maddie|manuel manny manolo|"
    "margaret maggie meg peggy marge margie rita greta|maria mary mia|marcus marc|martin marty|mary molly polly may|"
    "matthew matt matty|matilda tilly|maximilian max|melissa mel lissa|michael mike mick mickey mikey|"
    "michelle shelly|miguel mike|mohammed muhammad mohammad mohamed mo|natalie nat|nathaniel nathan nate nat|"
    "nicholas nick nicky nico|nicola nicole nicky nikki|olivia liv livvy|oliver ollie|pamela pam|"
    "patricia pat patty tricia trish|patrick pat paddy|penelope penny|peter pete|philip phillip phil|priscilla cilla|"
    "rachel rach|raymond ray|rebecca becky becca|richard rick ricky rich dick richie|"
    "robert bob bobby rob robbie bert bobbie|roberta bobbie robbie|ronald ron ronnie|rosemary rose rosie|"
    "roberto beto|samantha sam sammy|samuel sam sammy|sarah sara sally sadie|sebastian seb basti|siobhan shiv|"
    "stephanie steph|stephen steven steve stevie|susan sue susie suzie susanna|teresa theresa terry tess tessa|"
    "terence terry|theodore theo ted|thomas tom tommy|timothy tim timmy|tobias toby|valerie val|veronica ronnie vero|"
    "victor vic|victoria vicky vicki tori|vincent vince vinny|virginia ginny|vladimir vlad vova|walter walt wally|"
    "wilhelm willi|william will bill billy willy liam|zachary zach zack|aleksandr sasha|dmitri dmitry dima mitya|"
    "ekaterina katya|mikhail misha|natalia natasha|nikolai kolya|sergei seryozha|tatiana tanya|yevgeny zhenya|"
    "francesco cesco|giovanni gianni|giuseppe beppe peppe|johannes hans hannes|katharina kathi|"
    "elisabeth lisa sissi liesl|friedrich fritz|heinrich heinz|alejandro ale|enrique quique|rosario charo|"
    "concepcion concha"
)
"""First names and what their bearers are called, one person's names between two strokes."""

NAMES_THAT_ARE_WORDS = word_set(
    """
    able ace amber angel april archer art ash autumn baker banks barber basil bay bea bean bear beau bell benedict
    berry bill bird bishop blaze bliss bloom blossom blue bond booth boots bowl branch brandy brewer brook brown
    buck bud bunny bush butcher butler caesar cameo candy carol cash cat chance chandler chase cherry christian
    church clay cliff clove coco colt constance cook coral cotton crane cricket crystal curry dale dahlia dawn day
    dean denim dick dove drew duke earl early eden ember english ever faith fawn fern fields finch flora flower
    forest fox frank french fuller gable gale gardener gardner gay ginger glass gold good grace grant gray green
    grey grove guy hall hale harmony haven hazel heather heaven herb hill holly honey hope house hunt hunter ice
    iris ivory jasmine jewel joy judge june justice king kit knight lake lamb lane lark laurel law lee leaf lily
    lime linden little long lord love lucky major marble march marina marine mark marks marsh martini mason mat may
    meadow melody mercer mercy merit miles mill miller misty monk monday moon moss noble north ocean oak oakley
    olive opal page park pat patience peace peach pearl penny pepper phoenix pierce pollen poppy porter potter pound
    power precious price prince rain rainbow raven ray read red reed rice rich ridge ring river rivers rock rod rose
    rosemary rowan rows ruby rush rusty sage sailor sandy saint scarlet scout sharp sherry shore short sierra silver
    sky small smart smith snow sol spring star steel stella stone storm strong sue summer summers sun sunday sunny
    swan sweet swift teddy tiger topaz trinity trip usher valentine van venus violet violin viola walker wall ward
    waters wave west wheat wheeler white will willow winter wise wolf wood woods wren young an bin do he ho in li ma
    my no on or so to up us we ye yi be go han pan pang ping ding fang wang song
    """
)
"""Names that are words, too, in English or on a menu: in small letters they stand for the word."""

ROLE_WORDS = (
    word_set(
        """
        the a an and of or for with at from by & guest guests party table tables room rooms family families couple walk
        walkin lady ladies gentleman gentlemen man woman men women group vip friend friends wife husband son daughter
        mother father brother sister child children kid kids baby company team staff manager host server waiter chef
        people person persons unknown none nobody anonymous regular client visitor tourist tourists und et y e der die
        das el la los las le les de des du di da do dos del den van von zu zum zur af av bar terrace suite hotel
        restaurant his her their
        """
    )
    | frozenset(ENGLISH.titles)
    | ENGLISH.particles
)
"""What may stand in the field for a guest and is nobody's name: it is looked for only beside the rest of the name."""

FIRST_NAMES = word_set("al ben del den don kid le les lo van earl prince judge abu")
"""Small words and titles that are a first name where a name begins with them."""
SMALL_FIRST_NAMES = word_set("an do")
"""Small words that are a first name only where a name follows that is no everyday word."""
SMALL_SURNAMES = word_set("an do le el al la lo van du di da den des ben bin abu by")
"""Small words that are a surname where they end a name."""
NOBODY = word_set(
    "guest guests party table room family couple walkin vip group team staff manager unknown none nobody "
    "anonymous client mr mrs ms miss mx dr herr frau sir madam"
)
"""Single words in the field for a guest that name nobody."""

NOT_INITIALS = word_set(
    "am pm eg ie us uk eu ac tv ok id it no mr ms dr st co vs pa ps pc dj dvd cd cv hr ceo vip usa asap ad bc rsvp "
    "byo bbq"
)
"""Two or three letters that stand for something else than a name, written with points or without."""


def short_forms(word: str) -> frozenset[str]:
    """Return what else somebody of that first name may be called, Bob for Robert and Robert for Bob."""
    return frozenset(other for group in _GROUPS.get(word, ()) for other in group if other != word)


def _groups() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for group in _SHORT_FORMS.split("|"):
        names = tuple(group.split())
        for name in names:
            table.setdefault(name, []).append(names)
    return table


_GROUPS = _groups()
