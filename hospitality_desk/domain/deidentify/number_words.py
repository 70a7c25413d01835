"""Numbers in words: ordinals in English, and the numbers of tables and rooms in other languages."""

_ONES = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS = {
    **{word: number for number, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)},
    **{f"twenty{mark}{word}": 20 + number for number, word in enumerate(_ONES.split(), 1) for mark in "- "},
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
"""Ordinals up to the days of a month."""
_TO_TWENTY = (
    "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig",
    "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte",
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove venti",
    "um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito "
    "dezenove vinte",
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien twintig",
)
_GERMAN_ONES = "ein zwei drei vier funf sechs sieben acht neun"
_GERMAN_TENS = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"
NUMBERS_ELSEWHERE = {
    **{word: str(number) for words in _TO_TWENTY for number, word in enumerate(words.split(), 1)},
    **{tens: str(number * 10) for number, tens in enumerate(_GERMAN_TENS.split(), 2)},
    **{
        f"{one}und{tens}": str(number * 10 + unit)
        for number, tens in enumerate(_GERMAN_TENS.split(), 2)
        for unit, one in enumerate(_GERMAN_ONES.split(), 1)
    },
}
"""Folded number words of other languages, with their digits."""
