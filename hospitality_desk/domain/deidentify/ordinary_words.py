"""English words that stand in any story: no slip of the pen makes one of them a name, and no capital does alone."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass

from hospitality_desk.domain import similar_words
from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.words import word_set

_MORE = word_set(
    """
    ability able above abroad absence absent absolute absolutely accept acceptable accepted access accident accommodate
    accommodating accommodation according account accounts accurate accused across act acted acting action actions
    active activities activity actual actually add added addition additional address addressed adequate adjacent adjust
    adjusted admitted advance advanced advantage advertised advice advise advised affect affected afford affordable
    afraid afterwards age aged agenda agent ages agree agreed agreement ahead aisle alarm alarmed alarms alcohol alert
    alike alive allow allowed allowing allows almost alone along aloud alternative although altogether amazed amazing
    amazingly ambulance amenities amount amounts ample amused ancient angle animal animals announced announcement
    annoyed annoying answer answered answering answers anxious anymore anytime anyway anywhere apart apologetic
    apologies apologise apologised apologising apologize apologized apology apparently appeal appealing appear
    appearance appeared appears appetite appetizer appetizers apple apples applied appreciate appreciated apprentice
    approach approached appropriate approval approved area areas argue argued argument arise arm armchair arms arrange
    arranged arrangement arrangements arranging arrival arrive arriving article ashtray aside asleep assigned assist
    assistance associate assume assumed assure assured ate atmosphere attach attached attack attempt attempted attempts
    attend attendant attendants attended attending attention attentive attitude attract attractive audible average
    avoid avoided awake award aware awful awkward babies background backs bacon badly baked baker bakery balance
    balconies ball ballroom band banging bank banquet bare barely bargain barista barmaid barman bars bartender
    bartenders base based basement basic basically basil basin basis basket bath bathing bathrobe bathroom bathrooms
    baths bathtub batteries battery beach beans bear bearing beat beaten beautiful beautifully beauty became because
    become becoming bedding bedroom bedrooms beef beg began begged begin beginning behave behaved behavior behaviour
    behind belief believe believed bell bells belly belong belonged belongings below belt bench bend benefit bent
    berries berry besides best better between beverage beverages beware beyond bien big bigger biggest bike bikes bills
    birth birthday birthdays biscuit biscuits bite bites bitten bitter black blame blamed blank blanket blankets bleach
    bleed bleeding blew blind blinds block blocked blocking blocks blood blouse blow blowing blown blue board boarding
    boards boat body boiled boiling bold bolt bone bones bonus book booked booking books boot boots border bore bored
    boring born borrow borrowed bother bothered bothering bottle bottled bottles bottom bought boundary bouquet bow
    bowl bowls box boxes brand brandy brave break breakfast breakfasts breaking breaks breath breathe breathing breeze
    brewery brick bride bridge brief briefly bright bring bringing brings broad broke broken broom broth brown browse
    brunch brush brushed buck bucket budget bug bugs build building buildings built bulb bulbs bump bumped bunch burger
    burgers burn burned burning burns burnt burst bus business busy butter button buttons buy buyer buying buzzer cabin
    cabinet cabinets cable cake cakes calculated calm calmed calmly camera camp can cancel cancellation cancelled
    cancelling candle candles candy capacity capital captain carafe caramel carb carbs card cards care cared careful
    carefully careless carelessly caring carpet carpets carriage carried carries carrot carrots carry carrying cart
    case cases cash cashier casino castle casual cat catch catering cats caught cause caused causes causing caution
    ceiling celebrate celebrated celebrating celebration cellar center central centre century cereal ceremony certain
    certainly certificate chain chains chair chairs challenge champagne chance change changed changes changing channel
    channels character charge charged charger charges charging charm charming chart chat cheap cheaper cheapest check
    checked checkin checking checkout checks cheek cheerful cheers cheese cheeses chef chefs chest chew chewed chicken
    chickens chief child childish chili chill chilled chilly chip chipped chips chives chocolate choice choices choose
    choosing chop chopped chose chosen cigarette cigarettes cinnamon circle circumstances cities city claim claimed
    claims class classes classic clean cleaned cleaner cleaners cleaning cleanliness clear cleared clearing clearly
    clerk clerks clever client clients climb clock clogged close closed closely closer closes closest closet closing
    cloth clothes clothing cloud cloudy club clue coach coast coaster coat coats cocktail cocktails code coffee coffees
    coin coins cold colder collar colleague colleagues collect collected collecting collection color colored colors
    colour coloured colours comb combination combined comfort comfortable comfortably comfy coming comment commented
    comments commit common communal communicate communicated communication community companies company compare compared
    comparison compensate compensated compensation complain complained complaining complaint complaints complete
    completed completely complicated compliment complimentary compliments computer conceal concern concerned concerning
    concerns condition conditioner conditioning conditions conduct cone cones conference confirm confirmed confirming
    confused confusing confusion connect connected connecting connection conscious consider considerate considered
    considering consistent constant constantly contact contacted contacting contain contained container contains
    content contents continue continued continuously contract control controls convenience convenient conveniently
    conversation conversations convince cook cooked cookie cookies cooking cooks cool cooled cooler cooling cooperate
    cooperative coordinate cope copied copies copy corked corkscrew corn corner corners correct corrected correctly
    cost costs couch cough coughed coughing count counted counter countries country couple couples coupon courier
    course courses court courteous courtesy cover covered covering cozy crack cracked craft cramped crash crashed crawl
    crawled crawling crazy cream creamy create created creating creative credit credited crew cried cries crime crisp
    crispy critical cross crossed crowd crowded crumbs crunchy crush crushed cry crying crystal cucumber cuff cup
    cupboard cups curb cured curious current currently curry curtain curtains curve cushion cushions custard custom
    customer customers cutlery cycle daily damage damaged damages damp dance danced dancing danger dangerous dare dark
    darker darkness dash data dated dates dating dawn days dead deadline deaf deal dealing deals dealt dear debate
    debit debt decaf decent decide decided decides deciding decision deck decline declined decorate decorated
    decoration decorations deep deeper deeply defect defective defend degree degrees delay delayed delays delicate
    delicious delight delighted deliver delivered deliveries delivering delivery demand demanded demanding denied deny
    department departure depend depends deposit depth describe described description deserve deserved design designed
    desire desk desks despite dessert desserts detail detailed details determine determined developed device devices
    dial dialed dialled diary die died diet dietary differ difference differences different differently difficult
    difficulties difficulty dim dine dined diner diners dining dinner dinners dip dipped direct directed direction
    directions directly director dirt dirty disabled disagree disappear disappeared disappoint disappointed
    disappointing disappointment disaster discount discounted discounts discover discovered discreet discreetly discuss
    discussed discussing discussion disgusted disgusting dish dishes dishwasher dismissed dismissive display displayed
    displeased disrespectful distance distant distract distracted distressed district disturb disturbance disturbed
    disturbing dive divided dizzy dock document documents dogs dollar dollars domestic door doors double doubt dough
    downhill downstairs downtown dozen dozens draft drain drained drains drank draught draughty draw drawer drawers
    drawing drawn dream dreams dress dressed dresser dresses dressing drew dried drier drift drill drink drinking
    drinks drip dripped dripping drive driven driver drivers drives driving drop dropped dropping drops drove drug
    drugs drum drunk drunken dry dryer dryers drying duck due dull dump during dust dusty duties duty duvet each ear
    earlier early earn earned ears ease easier easily east eastern easy eat eaten eating edge edges edible effect
    effective effects efficient effort efforts egg eggs eight either elderly electric electrical electricity elegant
    elevators eleven eligible else elsewhere email emailed emails embarrassed embarrassing emergency emotional employ
    employed employee employees employer emptied empties empty enable encounter encountered encouraged end ended ending
    endless ends energy engaged engagement engine engineer enjoy enjoyable enjoyed enjoying enormous enough enquire
    enquired ensure enter entered entering enters entire entirely entitled entrance entrances entry envelope envelopes
    environment equal equally equipment equipped error errors especially essential establish establishment estimate
    estimated evening evenings event events eventually everybody everyday everyone everything everywhere evidence
    evident exact exactly exam examine example examples excellent except exception exceptional excess exchange
    exchanged exclusive excuse excused excuses exhausted exist existing exit exits expect expectation expectations
    expected expecting expense expenses expensive experience experienced experiences expert explain explained
    explaining explains explanation explore expose exposed express expressed extend extended extension extensive extent
    exterior extinguisher extra extras extreme extremely eye eyes fabric fabulous face faced faces facilities facility
    facing fact factory facts fail failed failing fails failure faint fainted fair fairly faith fake fall fallen
    falling falls false familiar families famous fancy fans fantastic fare farm fashion fast faster fat fault faults
    faulty favor favorite favour favourite fear feather feathers feature features fed fee feed feedback feel feeling
    feelings fees feet felt female fence festival fever few fewer field fifteen fifth fifty fight fighting figs figure
    figured file files fill filled filling film filter filthy final finally financial find finding finds fine finger
    fingers finish finished finishing fire fired fireplace firm firmly fish fishing fist fit fitness fits fitted
    fitting five fix fixed fixing fixture fixtures flag flame flash flat flavor flavors flavour flavours flaw fleas
    flew flexible flights flip flipped float flood flooded flooding floors flour flow flower flowers flush flushed
    flushing fly flying foam focus focused foil fold folded folding folks follow followed following follows fond food
    foods fool foot football footsteps force forced fore foreign forever forget forgetting forgive forgiving forgotten
    fork forks form formal format former forms forth fortunate fortunately forward foul found foundation fountain
    fourteen fourth foyer fragile frame frames franchise free freely freeway freeze freezer freezing french frequent
    frequently fresh freshly friendly friends frightened frisee front frost frozen fruit fruits frustrated frustrating
    frustration fry fuel full fuller fully fun function functional funds funeral funny fur furious furnished furniture
    further fury fuse fuss future gain gained gallery game games gap gaps garage garbage gardens garlic garment
    garments garnish gas gate gates gather gathered gathering gave gear gender general generally generous genius gentle
    gentleman gentlemen gently genuine genuinely gesture getaway getting giant gift gifts ginger girl girls given gives
    giving glad gladly glance glass glasses glove gloves glow glue gluten goal goals goat goes gold golden golf gone
    good goodbye goodness goods goodwill goose gorgeous gotten governor grab grabbed graceful grade gradually
    graduation grain grains grand grandchild grandchildren granddaughter grandfather grandmother grandparents grandson
    granted grape grapes grass grateful gravy gray grease greasy great greater greatest greatly green greens greet
    greeted greeting greets grew grey grilled grim grip gripped groom gross ground grounds group groups grow growing
    grown growth gruff grumpy guarantee guaranteed guard guards guess guessed guests guide guided guilty guitar gum guy
    guys habit hair hairdryer hairs half halls hallway hallways halt ham hammer hamper hand handbag handbags handed
    handful handing handle handled handles handling hands handsome handwriting handy hang hanger hangers hanging happen
    happened happening happens happier happily happiness happy harbor harbour hard harder hardest hardly harm harmed
    harsh hat hate hated hats hazard hazards head headache headed header heading headphones heads health healthy hear
    heard hearing hears heart heartbroken hearts heat heated heater heating heavily heavy heel heels height held helmet
    helped helpful helping helps herb herbs heroic hesitate hesitated hid hidden hide high higher highest highlight
    highly highway hill hilly hint hire hired hiring historic history hit hits hitting hobby hold holder holding holds
    hole holes holiday holidays hollow home homemade homes honest honestly honey honeymoon honour honoured hoodie hook
    hooked hooks hope hoped hopeful hopefully hopeless hopes hoping horrible horrified horror horse hose hospitable
    hospital hospitality hosted hostel hostess hosting hosts hotels hotter hours house housed housekeeper housekeepers
    housekeeping houses housing hug huge hugged human humid humidity humor humour hundred hundreds hung hungry hunt
    hunting hurried hurry hurt hurting hurts iced icing idea ideal ideas identical identified identity idle ignore
    ignored ignoring illness image imagine imagined immaculate immediate immediately impatient impolite important
    impossible impressed impression impressive improve improved improvement inadequate inch inches incident incidents
    include included includes including income inconvenience inconvenienced inconvenient incorrect incorrectly increase
    increased incredible incredibly indeed independent indicate indicated individual indoor inexpensive inform
    information informed ingredient ingredients initial initially injured injuries injury inner innocent input inquire
    inquired insect insects inserted insist insisted inspect inspected inspection instance instant instantly instead
    institute instruct instructed instruction instructions instrument insufficient insult insulted insulting insurance
    intended intense intention interest interested interesting interior intern internal international interrupt
    interrupted interrupting interview introduce introduced invent inventory investigate investigated investigation
    invitation invite invited inviting invoice invoices involved iron ironed ironing irritated island item items itself
    jacket jackets jam jammed jar jeans jelly jet jewel jewellery jewelry job jobs jogging join joined joining joint
    joke joked jokes journey joy judge juice juices juicy jump jumped jumping junior junk justice keen keeper keeping
    keeps kept kettle keyboard keycard keys kick kicked kids killed kilo kilos kindness kinds king kiss knee knees knew
    knife knives knob knock knocked knocking knocks knot knowing knowledge knowledgeable known lab label labelled
    labels lace lack lacked lacking ladder ladies laid lake lamp lamps land landed landing language languages lap
    laptops larger largest laser lasted lasting lasts latch lately later latest latter laugh laughed laughing laughter
    laundry law lawn lawyer lay layer layers laying layout lazy leader leading leaf leak leaked leaking leaks leaky
    lean leaned leap learn learned learning learnt leash leather leaves leaving lecture ledger leek leeks leftover
    leftovers leg legal legs lemon lemonade lemons lend length lent less lesson lessons lets letter letters letting
    lettuce level levels liable library lice licence license lick lid lie lied lies life lifted lifting lighter
    lighting lights liked likely likes lime limes limit limited limits lined linen linens lines lining link links lip
    lipstick liquid liquor list listed listen listened listening lists lit literally litre litter live lived lively
    liver lives living load loaded loading loads loaf loan lobster local locate located location lock locked locker
    lockers locking locks lodge lodging log logged logging logo lonely longer longest loo looking loop loose loosely
    lord lose loses losing loss losses loud louder loudly lounge love lovely lover loves loving low lower lowered
    lowest loyal loyalty luck luckily lucky lump lunches lungs luxurious luxury lying machine machines magazine
    magazines magic maid maids mailed mainly maintain maintained maintenance major majority makeup male mall managed
    management manager managers manages managing manner manners map maps marathon marble margarita margherita marina
    marinade marine mark marked marker market marketing marks marriage married martini martinis masked mass massage
    massive master mat match matched matches material materials mats matter mattered matters mattress mattresses mature
    maximum meals mean meaning means meant meanwhile measure measured measures mechanic media medical medication
    medicine meetings melon melt melted member members memories memory mend mended mentally mention mentioned mentions
    menus merely mess message messages messed messy metal meter method metro microphone microwave middle midst might
    mild mildew mile miles military milk mill mind minded minds mine mineral mini minimal minimum mint minus mirror
    mirrors misleading mistaken mistakes misunderstanding misunderstood mix mixed mixer mixing mixture mobile mocktail
    mode model modern modest moist moisture mold moldy moment moments monetary month monthly months mood moon mop
    mopped moral moreover mosquito mosquitoes mostly motel moth motor mould mouldy mount mountain mountains mouse mouth
    mouthful move moved movement moves movie movies moving mud muddy muffin muffins mug mugs multiple muscle museum
    mushroom mushrooms music musical musician mussels mustard mutual mystery nail nails naked named names nap napkin
    napkins narrow nasty nation national native natural naturally nature navy nearby nearest nearly neat neatly
    necessarily necessary neck necklace negative neglected neighboring neighbors neighbours neither nerve nervous net
    network neutral newer newest newly news newspaper nicely nicer nicest nightmare nights nine nobody nod noise noises
    nonsense noodle noodles noon norm normal normally north northern nose notch note notebook noted notes notice
    noticed notices noticing notified notify nowhere numb numerous nurse nursing oak oat oats obey object objected
    objection obligation observe observed obvious obviously occasion occasional occasionally occasions occupied occur
    occurred occurs ocean odd odds odor odour offence offend offended offensive offered offering offers officer
    officers official often oil oily older oldest olive olives omelette omelettes omitted ones ongoing onion onions
    online onto opened opener opening opens opera operate operated operation operator opinion opportunity oppose
    opposed opposite optimistic option options orange oranges orchestra ordered ordering orders ordinary organic
    organisation organise organised organization organize organized original originally otherwise ought ounce ourselves
    outcome outdated outer outfit outlet outlets outrageous outstanding oven ovens overall overbooked overcooked
    overdone overflow overflowed overflowing overheard overlooked overly overnight overpriced owe owed owes owing owner
    owners pace pack package packages packed packer packers packet packing pad padded page pages pain painful paint
    painted painting pair pairs palace pale palm pan panama pancake pancakes panel panic panicked pans pant pants paper
    papers paperwork paragraph parcel pardon parent parents parked parsley partial partially particular particularly
    parties partly partner partners parts party pass passage passed passenger passengers passes passing passion
    password past paste pastries pastry patch path patience patient patiently patients patrons pattern pause paused
    pavement paying payment payments peace peaceful peach peak peanut peanuts pear pearl pears peas peel peeled peeling
    pen pencil pending penny pension pepper peppers per perceived percent perfectly perform performance performed
    perfume period permanent permission permit permitted personal personality personally personnel persuade persuaded
    pest pet pets phase phones phoning photo photographer photographs photos phrase physical piano pick picked picking
    picks pickup picky picture pictures pie piece pieces pies pig pigs pile piled pilot pin pinch pineapple pink pint
    pints pipe pipes pit pitch pitcher pity pizzas placed places placing plain plan plane planned planner planning
    plans plant planted plants plaster plastic platform platter play played player players playing plays plaza pleasant
    pleasantly pleased pleasure plenty plot plug plugged plugs plum plumb plumber plumbing plunger plus pocket pockets
    poem point pointed pointing points poison poisoned poisoning pole police policies policy polished polite politely
    poor poorly pop popcorn popped popular population porch pork port portable porter porters portion portions position
    positive positively possess possession possessions possibility possible possibly post postcard posted poster
    posters postpone postponed pot potato potatoes potential potentially pots potted pound pounds pour poured pouring
    powder power powerful practical practically practice practise praise praised prawn prawns pray precious precise
    precisely prefer preferable preferably preference preferences preferred pregnancy preparation prepare prepares
    preparing prescribed presence presentation presented presents preserve president press pressed pressing pressure
    presumably presume pretend pretended pretty prevent prevented previous previously price priced prices pricey
    pricing pride primary principal principle print printed printer prints prior priority prison privacy private
    privately privilege prize pro probable probably problematic problems procedure procedures proceed proceeded process
    processed processing produce produced producer product production products professional professionally profile
    profit program programme progress project promises promising promotion prompt promptly proof proper properly
    properties property proposal propose proposed prosecco protect protected protection protein protest proud proudly
    prove proved provide provided provides providing public publicly pudding puddle pull pulled pulling pump pumped
    punch punctual punish purchase purchased pure purely purple purpose purposes push pushed pushing puts putting
    puzzled pyjamas qualify quality quantity quarrel quarter queen quest question questioned questions queue queued
    queues queuing quicker quickest quieter quietly quit quote quoted race rack racks radiator radio rag rail railing
    rain raincoat rained raining rainy raise raised raises raising ramp random rang range ranging rare rarely rash rate
    rated rates rather rating ratings ratio ravioli rays reach reached reaching reacted reaction reading reads ready
    real realise realised realistic reality realize realized really reason reasonable reasonably reassigned reassure
    reassured reassuring rebooked recall recalled receive received receiving recent recently recipe recipes recognise
    recognised recognize recognized recommend recommendation recommendations recommended recommending record recorded
    recording records recover recovered recovery recycle red redo reduce reduced reduction reel refer reference
    referred refers refill refilled refine reflect refresh refreshed refresher refreshing refrigerator refunded
    refunding refunds refusal refuse refusing regard regarding regardless regards region register registered
    registration regret regrets regularly regulars regulations reheat reheated rejected relate related relation
    relations relationship relative relatively relatives relax relaxed relaxing release released relevant reliable
    relied relief relieved rely remain remainder remained remaining remains remark remarkable remarked remarks remember
    remembered remembering remembers remind reminded reminder remote remotely removal remove removed removing renovated
    renovation renovations rent rental rented repair repaired repairing repairs repeat repeated repeatedly replace
    replaced replacement replacing reply report reported reporting represent representative represented reputation
    requested requesting require required requirement requirements requires rescue research resent reserved resident
    residents resist resolve resolved resolving resort resource resources respect respected respectful respectfully
    respond responded responds response responses responsibility responsible rest restaurants rested restless restocked
    restore restored restrict restricted restriction restrictions restroom rests result resulted results resume retire
    retired retreat retrieve retrieved returned returning returns reunion reveal revealed reverse review reviewed
    reviews revised revisit reward rewarded rib ribbon ribs rich rid ride rider rides ridiculous riding rinse rinsed
    rip ripe ripped rise rises rising risk risks risky ritual river road roads roast roasted rob robbed robe robes rock
    rocks rocky rod rode role roles roll rolled roller rolling rolls roman romance romantic roof roofs rooms roomy rope
    rosemary rotten rough roughly rounded rounds route routes routine row rows rubbed rubber rubbish rude rudely
    rudeness rug rugs ruin ruined rule rules run runner running runs rush rushed rushing rust rusted rusty sad sadly
    safe safely safer safety saffron sage sail salads salary sale sales salmon salt salted salty sample samples sand
    sandal sandals sandwich sandwiches sandy sanitary sarcastic sat satisfaction satisfactory satisfied satisfy
    satisfying sauce sauces sausage sausages save saved saves saving savings savoury saying scale scallop scallops scam
    scar scarce scared scarf scary scattered scene scenes scenic scent scheduled schedules scheme school schools
    science scissors scone scones scoop score scrape scraped scratch scratched scream screamed screaming screen screens
    screw screwed scrub sea sealed search searched searching season seasoned seasons seating seats second seconds
    secret secretary section secure secured securely security seek seem seemed seeming seemingly seldom select selected
    selection self sell selling senior sense sensible sensitive sentence sentimental separate separated separately
    sequence series seriously servers serves services serving servings session set sets setting settle settled
    settlement settling setup seven severe severely sewage sewn sex shade shadow shake shaken shaking shall shallow
    shame shape shaped share shared sharing sharp sharply shattered shave shed sheet sheets shelf shell shells shelter
    shelves sherry shift shifts shine shiny ship shirt shirts shiver shock shocked shocking shone shook shop shopping
    shops shore shortage shorter shortly shorts shot shots shoulder shoulders shout shouted shouting shouts shove
    shoved showed showered showering showers showing shown shows shrimp shrimps shrug shrugged shut shutters shutting
    shy sick sickness sides sidewalk sigh sighed sight sights sign signal signature signed significant signing signs
    silence silent silently silk silly silver silverware similar simple simpler simply sincere sincerely sing singer
    singing single singles sinks sip sipped sirens sit site sites situated situation situations six sixteen sixth sixty
    size sized sizes skill skills skin skip skipped skirt skirts sky slam slammed slamming slap sleep sleeping sleeps
    sleepy sleeve sleeves slept slice sliced slices slid slide slider sliding slight slightly slim slip slippers
    slippery slipping slips slot slots slower slowest slowly smack smaller smallest smart smash smashed smelled
    smelling smelly smelt smile smiled smiles smiling smoke smoked smoker smokers smoky smooth smoothly snack snacks
    snap snapped snatched sneaker sneakers sneeze snore snoring snow snowed soak soaked soaking soap soaps sober social
    sock socket socks soft softer softly soggy soil soiled sold sole solid solo solution solutions solve solved somehow
    sometime sometimes somewhat somewhere song songs sooner soothe sore sorted sorting sought soul sound sounded sounds
    soups sour source sources south southern souvenir space spaces spacious spaghetti spare sparkling speaker speakers
    speaking special specialist specials specialty specific specifically specified speech speed spell spelled spelling
    spend spending spent spice spices spicy spider spiders spill spilling spills spin spinach spirit spirits split
    spoiled spoilt spoken spoon spoonful spoons sport sports spot spots spotted spouse sprain sprained spray sprayed
    spread spring sprinkle sprinkler squash squeeze squeezed staffed stage stained stains stair staircase stairs stale
    stall stamp stand standard standards standing stands star stare stared staring stars start started starter starters
    starting starts starve starving state stated statement states station stationed stations statue status stayed stays
    steady steaks steal stealing steam steamed steel steep stem step stepped stepping steps stereo stew steward stick
    sticking sticks sticky stiff stink stir stirred stock stocked stomach stone stones stood stools stop stopped
    stopping stops storage store stored stores stories storm stormy story stove straight strain strange stranger
    strangers strap straw strawberries strawberry stream street streets strength stress stressed stressful stretch
    stretched strict strike string strip stripe striped stripes strips stroke strong stronger strongest strongly struck
    structure struggle struggled struggling stuck student students studied studio study stuff stuffed stuffy stumbled
    stunning stupid style styles subject submitted subsequent substantial substitute substituted succeed success
    successful successfully such sudden suddenly suffer suffered suffering suffers sufficient sugar suggest suggested
    suggesting suggestion suggestions suit suitable suitcases suited suites suits sum summary summer summon sunbed
    sunlight sunny sunset super superb superior supervisor supper supplement supplied supplier supplies supply support
    supported supportive suppose supposed surcharge surely surface surgery surprise surprised surprises surprising
    surprisingly surrounding surroundings suspect suspected suspicious swallow swallowed swap swapped sweat sweater
    sweaty sweep sweet sweets swell swelling swept swim swimmer swimming swing switch switched switches swollen symbol
    sympathetic sympathy symptom symptoms system systems tag tags tail tailor talent talk talked talking talks tall
    tank tap tape taped taps target tart task tasks taste tasted tasteless tastes tasting tasty taught tax taxes taxis
    teach teacher teams tear tears teas technical technician technology teenager teenagers teeth telephone television
    telling tells temper temperature temperatures temporarily temporary tempted tend tender tennis tense tent term
    terms terrible terribly terrific terrified test tested testing texted texture thanked thanking theater theatre
    theft theme therapist therefore thermostat thick thickness thief thin thinking thinks third thirds thirsty thirteen
    thirty thorough thoroughly thought thoughtful thoughts thousand thousands thread threat threatened threatening
    threw thrilled throat throne through throughout throw throwing thrown thumb thunder thus thyme tick ticket tickets
    tidied tidy tie tied tight tightly tile tiles tilt timed timely timer times timing tin tiny tip tipped tipping tips
    tired tissue tissues title titles toast toasted tobacco toes toiletries toilets tolerate tomato tomatoes tomorrow
    tone tones tongs tongue took tool tools tooth toothbrush toothpaste top topic topped topping torch tore torn toss
    tossed total totally touch touched touching tough tour toured tourist tourists tours toward towards tower town
    towns toys trace track tracked tracking trade tradition traditional traffic tragic trail train trained trainee
    trainees training trains transaction transfer transferred translate translated translation transport trap trapped
    trash travel traveled traveler travelers travelled traveller travellers travelling travels trays treasure treat
    treated treating treatment treats tree trees trembling trend trial tricky trim triple trips trolley trouble
    troubled troubles trousers truck trucks true truffle truly trunk trust trusted truth trying tub tube tubs tucked
    tuna tune turned turning turns twelve twentieth twenty twin twins twist twisted type types typical typically ugly
    ultimate ultimately umbrella unable unacceptable unaware uncertain uncle unclean unclear uncomfortable unconscious
    uncooked underneath understand understandable understandably understanding understood underway undone uneasy
    unexpected unexpectedly unfair unfortunate unfortunately unfriendly unhappily unhelpful uniform unions unique unit
    units universal university unknown unless unlike unlikely unlimited unlock unlocked unnecessary unpack unpacked
    unpleasant unplugged unpolite unprofessional unreasonable unsafe unsatisfied unsure untouched untrained unused
    unusual unwelcome update updated updates updating upgrade upgraded upgrades upper upright upstairs urge urgently
    urine usable usage useful useless user uses using usual usually vacant vacation vacuum vacuumed vague vain valet
    valid valley valuable valuables value values van vanilla vanished variety various vary vase vases vast vegetable
    vegetables vehicle vehicles velvet vent ventilation venue venues verbally verified verify version victim video view
    views villa village villager vinaigrette vinegar violent violin visible vision visited visiting visitor visitors
    visits visual vital voice voicemail voices volume voluntary volunteer vomit vomited vomiting vouchers waist waiter
    waiters waitlist waitresses waits wake wakes waking walked walking walks wall wallets walls wander wandered
    wandering warm warmed warmer warmly warmth warn warned warning warnings warranty wash washed washer washes washing
    wasp waste wasted wasting watched watches watching watered waters watery wave waved waves waving wax weak weakness
    weapon wear wearing weather web website weddings weekday weekdays weekend weekends weekly weigh weighed weight
    weird welcome welcomed welcoming welfare west western wet wheel wheelchairs wheeled wheels whenever whereas
    wherever whether whichever whiskey whisky whisper whispered whistle white whites whoever whole wholly wide widely
    wider width wild willing willingly wind winds windy wines wing wings winner winter wipe wiped wiper wipes wire
    wired wireless wise wished wishes wishing witness witnessed witnesses wok woke woken wonder wondered wonderfully
    wondering wood wooden wool word worded words wore worker workers workout world worn worried worries worry worrying
    worse worst worth worthy would wound wounded wrap wrapped wrapping wreck wrinkled wrist write writer writes writing
    written wrote yard yards yell yelled yelling yellow yells yoghurt yogurt younger youngest yourself yourselves youth
    zero zone zones zoo
    """
)


def _words_in(data: object) -> Iterator[str]:
    """Yield every word of a language's tables, however deep they lie."""
    if isinstance(data, str):
        yield from data.split()
    elif isinstance(data, Mapping | Set | tuple):
        for each in data:
            yield from _words_in(each)
    elif is_dataclass(data):
        for field in fields(data):
            yield from _words_in(getattr(data, field.name))


_FIRST_NAMES = word_set("ben jan")
"""Small words of other languages in the quick line's tables which in English are names and nothing else."""
ORDINARY = (
    _MORE | {word for word in (*_words_in(ENGLISH), *_words_in(similar_words.ENGLISH)) if word.isalpha()}
) - _FIRST_NAMES
"""Folded words; names that are ordinary words too (Rose, Will, Lamb) are among them or in `names_that_are_words`."""

_GROWN = (
    "'s",
    "s",
    "es",
    "d",
    "ed",
    "ing",
    "er",
    "ers",
    "ly",
    "y",
    "r",
    "rs",
    "st",
    "est",
    "ness",
    "less",
    "ful",
    "ment",
)
_BEFORE = ("un", "re", "dis", "over", "under", "non", "pre", "mis", "in", "im")


def is_ordinary(word: str) -> bool:
    """Tell whether a folded word is an everyday one, or grown from one: "rebooked", "politely", "waitresses"."""
    if word in ORDINARY or _is_grown(word):
        return True
    return any(
        word.startswith(lead) and (word[len(lead) :] in ORDINARY or _is_grown(word[len(lead) :])) for lead in _BEFORE
    )


def _is_grown(word: str) -> bool:
    for ending in _GROWN:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        if stem in ORDINARY or stem + "e" in ORDINARY or (stem[-1] == "i" and stem[:-1] + "y" in ORDINARY):
            return True
        if stem[-1] == stem[-2] and stem[:-1] in ORDINARY:
            return True
    return False
