/** Signs and units that make a number a quantity. */

export const CURRENCY = "$€£₪¥₩₹₽₺₴₦₫฿";
/** Letters that may stand before a currency sign: `US$`. */
export const CURRENCY_LETTERS = /(?:US|AU|CA|NZ|HK|A|C|R)(?=\$)/y;
export const PERCENT = "%‰٪";

/** Units in Latin letters, as written after a number, with or without a space. Case counts. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    "km m cm mm µm μm nm kg g mg µg μg t lb lbs oz km/h mph m/s km/s kWh MWh GWh TWh Wh kW MW GW TW W V kV A mA Hz kHz " +
    "MHz GHz THz KB MB GB TB PB kB Mb Gb Mbps Gbps kbps ppm ppb dB dBm K Pa kPa MPa GPa psi bar mbar mL ml dL L USD EUR " +
    "GBP NIS ILS JPY CHF CNY RUB AED JOD bn mn px pt em rem fps dpi rpm ha acres h hr hrs min ms s sec bpm kcal cal J kJ " +
    "MJ mol mM µM MWe MWt GWe yr y d wk mo day year min AM PM am pm BC BCE AD CE kt Mt km² m² cm² km³ m³ cm³ km2 m2 m3 bbl boe mSv Sv Gy Bq lux lm eV keV MeV"
  ).split(" "),
);

/** Letters written close to a number, that multiply it: `$3.5B`. */
export const MULTIPLIERS: ReadonlySet<string> = new Set("k K m M b B bn mn T tn".split(" "));
