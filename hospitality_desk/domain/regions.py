"""Says in which country the house stands, so that a phone number typed without its plus can be read."""

from hospitality_desk.domain.regions_data import ZONES

_CURRENCIES = (
    "USD US|GBP GB|CHF CH|SEK SE|NOK NO|DKK DK|ISK IS|PLN PL|CZK CZ|HUF HU|RON RO|BGN BG|TRY TR|UAH UA|RSD RS|"
    "JPY JP|CNY CN|HKD HK|TWD TW|KRW KR|SGD SG|MYR MY|THB TH|VND VN|IDR ID|PHP PH|INR IN|LKR LK|NPR NP|PKR PK|"
    "BDT BD|AED AE|SAR SA|QAR QA|KWD KW|BHD BH|OMR OM|JOD JO|LBP LB|ILS IL|EGP EG|MAD MA|TND TN|ZAR ZA|KES KE|"
    "TZS TZ|UGX UG|NGN NG|GHS GH|ETB ET|MUR MU|CAD CA|MXN MX|BRL BR|ARS AR|CLP CL|COP CO|PEN PE|UYU UY|CRC CR|"
    "DOP DO|JMD JM|AUD AU|NZD NZ|FJD FJ|GEL GE|AMD AM|AZN AZ|KZT KZ|UZS UZ|MVR MV|KHR KH|LAK LA|MMK MM|MNT MN"
)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in " ".join(ZONES.split()).split(" | "):
        country, *zones = entry.split()
        table.update(dict.fromkeys(zones, country))
    return table


_COUNTRY_OF_ZONE = _table()
_COUNTRY_OF_CURRENCY = dict(entry.split() for entry in _CURRENCIES.split("|"))


def region_of(zone_name: str, currency: str) -> str | None:
    """Return the ISO country of a house: that of its time zone, else that of its currency.

    None where neither names one country, as "UTC" with "EUR" does not.
    """
    return _COUNTRY_OF_ZONE.get(zone_name) or _COUNTRY_OF_CURRENCY.get(currency.upper())
