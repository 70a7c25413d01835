"""Everyday words that differ from some first name or surname by a letter or an ending, and are no slip of the pen."""

from hospitality_desk.domain.quick_line.words import word_set

NEAR_WORDS = word_set(
    """
    adore adores adult aisles albeit album alder algae alias aliases alike alley allied alloy almond almonds alter
    altered alters amber angel angelic angels angle angled angles angling anvil apron arcade arch archer archive
    archives arena arenas armor armour aroma artery asthma atrium attic auburn aura avenue babel badger bail bailed
    bake banner banners barge barges barley baron barrel barrels barrister barron basil batten batter battered
    batters belle belly belter bender berry billow billy bishop blog blogs bobbin bollard bonnet bonny bonus boulder
    bowler bracelet braces brain brand branded brander brandied brewed brewer briar bridal bride brides bridges
    brine brioche bristle broth bruise bruised bully burger burgers burgundy burly burner burners burrow butcher
    butler button buttons cairo camera cameras campus canal candle candles candor canon canter canvas caper capers
    carafe carafes caramel caramels caraway cardamom career careers caress carnal carol carols carp carpet carpets
    carrot carrots cart carted cartel carter carton cartons carve carved carver carvery carving cast casted caster
    casters castle castor casts catered caterer catering cave cavern caviar cedar celery cello cement censor center
    centre ceramic cereal chaos chapel char charade charcoal chard charity charlatan charm charmed charmer charming
    chars charter chases cheat cheddar cheery cherish cherries cherry chervil chestnut chicory chili chilli chime
    chive chives choral chord chorus christen chrome chunk chunks cider cinder cinders circa citron civil clam
    clammy clams claret clarify clarity clasp clause clauses clement clementine clementines cleric clerical clerk
    clerks client clinic clover coarse cobble collar collars collier colony contest contrast cooler coolers cooped
    copper coppers coral corbel cordial corner corners corny coroner cosmic coulis counsel courier courteous craft
    crafted crank crate crater craters crates crayon cremate crepe crepes crest crib crimson crisis crispy cruet
    cruets cruise crumb crumble crumbs crystals cumin curly curtail custard cutler cutlery cylinder cynical daily
    dairy daisies damson dancer dancers dandy danish darken darling dearly debris debt decal deli denial denials
    dense dental denture derby dialog diced dill dinghy divan dodge dollar domain domed dominate donate donated
    donor dorm dormer draft dragon dragons drake drama drawl drill drown drowned drummer duchess dukes dune dwell
    eager earnest easel eater eaters eclair edible edit elder elderly elders elegant elves emerald emit emits empire
    enamel enamor endive eric errand errands espresso estate etched ethic evener ewer fable fabric faint falter
    fanned fares farmed farmer farmers fella felon fennel feral fern fiddle figs filled fillet fillets finale finer
    flan flannel flavor flavour fleck flint flora floral florist flour flower flute flutes fondly font fonts forced
    forge forger forster foster fostered fostering fountain foyer frail framed franc francs frankfurter frankfurters
    frankly freed freer fries frilly fronds frosted fudge funnel gable gallant galley gallon galore gamble gambled
    gambler gantry garland garlands garlic garner garnet garret garter gate gaudy gelatin genial genre gentle gently
    german germane ginger gingerly gland glaze glider glove gloves goblet goblets goblin golden gorge gourd grail
    grain grains grand grander grandly granite granny grant granted grape grapes grater grave gravel graver gravy
    grayer greyer grill grilled grills grocer grouse grove gruel guild guile gusts haggis halve halved halves ham
    hamburger hamburgers hammer hammered hamper hampers handle harbor harbour hardly harem harness harper harrowing
    harsh harvest hassle haste hatch haunch haven havens hawker hazelnut hazelnuts heather heaven heavenly hectic
    heiress helm helper helpers herald herbal herbed herbs herring herrings hickory hinges hobble holler hollow
    holster homage homely honest honeyed hornet hostel hostels howl hubby humble humid hummus humor humour hunted
    hurdle hurl hymn ibis idol inlet insole iron ironed irony islet italic jackal jacked jacket jackets jade jasper
    jealous jeans jelly jerky jersey jester jetty jewel jewels jockey joiner joking jolly jostle judo juicer
    julienne jumper junior juniper kale karma kayak keener kennel kernel kettle kettles kidney kidneys kinda kindle
    kitty knives labor lace laced ladle lager lagers lament lamented lance landau lander lantern lard larder large
    largely larger lasagna lasagne latin latte lattes launder laurel lavender lavish lawyer leander learner lemons
    lenient lentil lentils leonine leopard letter lettuce lever levers levy liable lilac lilies lime limes linden
    linen linens liner linger lingered lingers linked lisp liver livery loan lobster lobsters locale locals locker
    lockers lodger login lolly lone lorry louder loudly lounge louse louvre lovage lovely lovers lower lullaby lunar
    lush lustre lyric macaron macaroni mackerel macro macros magenta magnet magnolia maiden malice mallet malt
    malted mandarin mandate mango mangos maniac manly manner manners manor mansion mantel manual manuals maple
    marble marbled margarine margarita margaritas margin margins marinade marinara marinate marinated marinates
    marital maritime marker markers markets markup marmalade maroon married marrow marry marshal marshmallow martial
    martini martinis martyr marvel marvels marzipan mascot mashed mason masons massage master mastery matron matter
    mattered matters mature maxim maximal maximum mayhem mayonnaise meander medal medallion median medley melon
    melons memory menace merge merged merger merges meringue merit merlin merry milanese milder mildew mileage
    militant milled miller millet millions minced mincer miner mineral minimal minster minted mirror misery mitre
    modal molar morale morel morels morgue mortal mortar mosaic mousse mulled mural murals murky mussel mussels
    mustard mutton myrtle napkin napkins native nature nautical navel nectar needle nester nickel nickels nimble
    nobel noodle noodles normal nostril novel novels nugget nutmeg oatmeal octave olive olives omelet onyx opaque
    opera orchard orchid orchids oregano organ organic origin osprey oyster oysters paddle paddles paella pager
    pagers palate pallet palm palmed palms pancetta panel panels panic panther pantry paper papers paprika paradise
    parcel parcels parent parka parker parlor parlour parsley parsnip parsnips parson partner pastor pastrami pastry
    pasty patched patio patrol patron patrons patter pattern patty pauper peak pearls peas pebble pecan pecans
    peddle peeler peelers pellet penal pencil pencils penne pennies penthouse peril permit perry perspex pesto petal
    petals peter petite petrol petty pewter pheasant phonic picked pickle pickled pickles picnic piercing pigeon
    pilaf pillar pillars pilled pines pinto pirate pistol piston pitta pivot placid platter platters plead plum
    plumber plums plunge polar polenta police polite politely pollen polling pomelo ponder poplar poplin poppies
    poppy porridge portal ported porters portion portions portly posies potted potter pottery powder prawn prawns
    preacher press presto preston prime primrose princes prism priss probe proctor prosper pruned prunes puddle
    puffin pullet pumice punch punnet purple purser quails quaint quarry quartz quiche quince quinces quinoa rabbit
    radish raffle ragout railing raisin raisins ramble ramekin ramekins ramen ranch random ranger rarely ravine
    raving ravioli ravish razor reader readers really realm reaped rebel recline reeds regal regional regular relish
    remedy renal render rental resin resins retail revel revels rhyme ribbon ribbons ricotta riddle rider riders
    ridge rigour rinse ripple risotto rival rivals roast roasted roaster roasters rocker rocket roller rollers
    romance romantic rooster rosemary roses rosette roster rotten rowed rower royal royals rubble ruder rummage
    runnier rustic rustle saddle saffron sage sailor salad salads salami salary saliva salmon salon saloon salsa
    salted salty salvage samba sandal sandals sandier sardine sardines sauna saunas savory savoury sawdust scalpel
    scamper scarlet schooner scolded scone scones scoot scoter screen seal sealed seared season seasons seats seller
    sellers semi senior sequel sergeant serial series serrated sesame sewage shaker shakers shallot shallots shallow
    shanks shard shards shark sharper sharply shawl sheer shelled shelter shelves sherbet sherry shield shin shiver
    shovel shrill silage silence silica silver silvery simmer simple simpler simply singer singers sirloin sizzle
    skewer skewers skillet skinned slander slate sleeve slender sliver slivers smarter smithy smoker smokers smother
    snapper sober soccer softer solace solar solder soldier solemn sonar sonata sonnet sorbet sorrel souffle
    sourdough sparrow spatula spender spice spices spicy spider spiders spinach spirit spirits spite splendid sponge
    sprite squid stained staler stalker stall stalls stamen stammer stance standby starch starter starters static
    statue steak steaks steamer steamers stella stellar sterile sterling sternly stewed stewing stolen stoner stork
    strainer strand straw strudel stubborn sturdy suite sultana sultanas summary summer sumptuous sundae sunder
    surly swallow sweeter sweetly syrup tablet tablets tailor tailored tailors talcum talent tallow tamari tandem
    tandoori tangled tanner tannin tannins tapas tarragon tart tartan tartar tartare tarts tattoo tavern tearful
    telling temper temple tender tenderly tendon tenor terrace terrine theater theatre theorem theory thermal
    thimble thistle thorny thru thyme tickle tidily tiller timber tinder tipple tire toddy toffee tomato tonic
    tonics topaz topper torment tornado torrent tortilla totally touchy towels trader tragic trailer trestle trifle
    trolley trophy trout truffle truffles tumble tumbler tumblers tuner tuners tunic turban turbot tureen turf
    turkey turkeys turmeric turner turnip turnips turtle tutor twine typhoid ulcer umber unison urban usher utensil
    vagrant valet valets valiant valid valley valve valves vandal vanilla vapor varnish vault veal vector veggie
    vein velvet veneer venison verbal verge vermin vessel vessels vests victor victory vine vinegar vineyard vintage
    vinyl violet violin virgin visor vital vivid vocal vodka volley voucher vouchers waffle waffles wager waiver
    walker walled wallet wallets walnut walnuts wanna warden warder warmer warmly warrant warrants warren wasabi
    washer washers wastage watched waters wavered weasel weather weave weaver wedges welder welt western whale
    wheaten wheeler whisk whisks white whiter willow wilted wilting winder winner winners winter wisdom wither
    wolves wooded wooden worker workers woven yellow yodel yoghurt yogurt yonder zebra zenith zester zipper zither
    zombie
    """
)
