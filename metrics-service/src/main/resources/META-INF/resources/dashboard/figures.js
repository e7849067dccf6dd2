// How figures are written. Pure: knows neither the page nor the network.

const SHARES = new Set(['csat', 'weightedCsat', 'supportEfficiency', 'slaAttainment', 'budgetUsed']);
const DURATIONS = new Set(['firstResponse']);
const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** What the card, cell or point of a figure shows; why there is nothing, if there is nothing. */
export function show(name, figure, language) {
  if (!figure || figure.value === null || figure.value === undefined) {
    const several = (figure?.amounts ?? []).map((amount) => money(amount.value, amount.currency, language));
    return several.length ? several.join(' + ') : language.reasons[figure?.reason] ?? language.words.none;
  }
  if (figure.currency) {
    return money(figure.value, figure.currency, language);
  }
  if (DURATIONS.has(name)) {
    return duration(figure.p50 ?? figure.value, language);
  }
  return SHARES.has(name)
    ? number(figure.value, language, { style: 'percent', maximumFractionDigits: 1 })
    : number(figure.value, language, { maximumFractionDigits: 3 });
}

/** Amounts are exact decimals: the text itself is formatted, never a rounded number. */
export function money(text, currency, language) {
  return new Intl.NumberFormat(language.locale, { style: 'currency', currency, maximumFractionDigits: 20 }).format(text);
}

/** The two largest units of a length of time. */
export function duration(seconds, language) {
  const whole = Math.round(seconds);
  const from = UNITS.findIndex(([, length]) => whole >= length);
  const [first, second] = UNITS.slice(from < 0 ? 3 : from);
  const parts = [[first[0], Math.floor(whole / first[1])]];
  if (second) {
    parts.push([second[0], Math.floor((whole % first[1]) / second[1])]);
  }
  return parts
    .filter(([, count], index) => count > 0 || index === 0)
    .map(([unit, count]) => number(count, language, { style: 'unit', unit, unitDisplay: 'short' }))
    .join(' ');
}

function number(value, language, options) {
  return new Intl.NumberFormat(language.locale, options).format(value);
}

/** The path of a line through the points that have a value; it breaks where one has none. */
export function path(values, width, height) {
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const span = Math.max(0, ...known) - low || 1;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  let broken = true;
  return values
    .map((value, index) => {
      if (value === null) {
        broken = true;
        return '';
      }
      const command = broken ? 'M' : 'L';
      broken = false;
      return `${command}${(index * step).toFixed(1)} ${(height - ((value - low) / span) * height).toFixed(1)}`;
    })
    .join('');
}
