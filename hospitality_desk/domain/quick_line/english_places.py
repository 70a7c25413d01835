"""English words for where a guest can be."""

from hospitality_desk.domain.quick_line.words import phrases, spelled

_NUMBERED = {
    "Table": "table tbl tab tisch",
    "Room": "room rm zimmer",
    "Bar": "bar",
    "Suite": "suite ste",
    "Booth": "booth",
    "Seat": "seat",
    "Stool": "stool",
    "Terrace": "terrace",
    "Patio": "patio",
    "Cabana": "cabana",
    "Villa": "villa",
    "Cottage": "cottage",
    "Bungalow": "bungalow",
    "Apartment": "apartment apt",
    "Lounger": "lounger sunbed",
    "Counter": "counter",
    "Box": "box",
    "Lane": "lane",
    "Pitch": "pitch",
    "Cabin": "cabin",
    "Chalet": "chalet",
    "Deck": "deck",
    "Lift": "lift",
    "Floor": "floor",
}
_BARE = (
    "lobby|bar|pool bar|lobby bar|hotel bar|rooftop bar|terrace|patio|pool|swimming pool|reception|front desk|"
    "host stand|lift|elevator|spa|sauna|gym|fitness room|restaurant|garden|entrance|front door|cloakroom|"
    "coat check|car park|parking lot|garage|lounge|hallway|corridor|stairs|staircase|restroom|restrooms|toilets|"
    "ladies room|men's room|ladies|rooftop|roof terrace|balcony|courtyard|deck|beach|breakfast room|"
    "meeting room|ballroom|conservatory|library|dining room|private room|private dining room|kitchen|"
    "business centre|business center|concierge|valet|driveway|playground|kids club|tennis court|golf course|"
    "breakfast buffet|buffet|banquet hall|function room|wine bar|taproom|veranda|winter garden"
)

NUMBERED_PLACES = spelled(_NUMBERED)
BARE_PLACES = {phrase: " ".join(phrase).capitalize() for phrase in phrases(_BARE)}
