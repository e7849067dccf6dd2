// The page: asks for what was chosen, and shows it whenever it changes.

import { show, path } from './figures.js';
import { Unauthorized, events, get } from './api.js';
import { element, fill } from './elements.js';
import { followTopics, showTopics } from './topics.js';

/** What the page says, in each language; names of figures and reasons are those of the API. */
const LANGUAGES = await get('dashboard/words.json');

const RETRY_MILLIS = 2000;
const GRANULARITY = { PT1H: 'PT1M', PT24H: 'PT1H', P7D: 'P1D', P30D: 'P1D' };
const MILLIS = { PT1H: 3600e3, PT24H: 86400e3, P7D: 7 * 86400e3, P30D: 30 * 86400e3 };
const IN_GROUPS = ['netSatisfaction', 'cases', 'supportEfficiency', 'firstResponse', 'supportCost'];
const CHART = { width: 900, height: 220 };

const byId = (id) => document.getElementById(id);
const chosen = { language: languageOfTheBrowser(), key: sessionStorage.getItem('key') ?? '' };
let shown = null;
let watching = new AbortController();

const language = () => LANGUAGES[chosen.language];
const project = () => `v1/projects/${encodeURIComponent(byId('project').value)}`;

function languageOfTheBrowser() {
  const preferred = localStorage.getItem('language') ?? navigator.language.slice(0, 2);
  return preferred in LANGUAGES ? preferred : 'en';
}

function offer(select, names, label) {
  const before = select.value;
  select.replaceChildren(...names.map((name) => element('option', label(name), { value: name })));
  if (names.includes(before)) {
    select.value = before;
  }
}

function speak() {
  document.documentElement.lang = chosen.language;
  byId('language').value = chosen.language;
  document.querySelectorAll('[data-word]').forEach((place) => {
    place.textContent = language().words[place.dataset.word];
  });
  offer(byId('window'), Object.keys(GRANULARITY), (name) => language().windows[name]);
  offer(byId('figure'), Object.keys(language().figures), (name) => language().figures[name]);
}

function say(...parts) {
  const text = parts.filter(Boolean).join(' · ');
  if (byId('state').textContent !== text) {
    byId('state').textContent = text;
  }
}

function tell(summary) {
  const words = language().words;
  say(
    words.live,
    summary.window.complete ? words.complete : words.incomplete,
    summary.pending > 0 && `${summary.pending} ${words.pending}`,
    summary.lag.seconds > 1 && `${Math.round(summary.lag.seconds)} ${words.lag}`,
    summary.restatedAt && `${words.restated} ${new Date(summary.restatedAt).toLocaleString(language().locale)}`,
  );
}

function showFigures(summary) {
  const figures = summary.groups[0]?.figures ?? {};
  byId('figures').replaceChildren(
    ...Object.entries(language().figures).map(([name, label]) => {
      const card = document.createElement('div');
      const figure = figures[name];
      const value = element('dd', show(name, figure, language()), { id: `figure-${name}` });
      value.classList.toggle('absent', figure?.value === null || figure === undefined);
      card.append(element('dt', label), value, element('dd', figure?.n === undefined ? '' : `n = ${figure.n}`, { class: 'n' }));
      return card;
    }),
  );
}

function showGroups(summary) {
  const titles = ['', ...IN_GROUPS.map((name) => language().figures[name])];
  const rows = summary.groups.map((group) => [
    group.key.category ?? language().words.none,
    ...IN_GROUPS.map((name) => show(name, group.figures[name], language())),
  ]);
  fill(byId('groups'), titles, rows);
}

function showSeries(series) {
  const name = series.figure;
  const values = series.points.map((point) => (point.value === null ? null : Number(point.value)));
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `-4 -4 ${CHART.width + 8} ${CHART.height + 8}`);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path(values, CHART.width, CHART.height));
  svg.append(line);
  const details = element('details', '');
  const table = document.createElement('table');
  table.append(
    ...series.points.map((point) => {
      const row = element('tr', '');
      row.append(
        element('th', new Date(point.from).toLocaleString(language().locale), { scope: 'row' }),
        element('td', show(name, point, language())),
      );
      return row;
    }),
  );
  details.append(element('summary', language().figures[name]), table);
  byId('chart').replaceChildren(svg, details);
}

async function showOverTime(signal) {
  const length = byId('window').value;
  const minute = 60e3;
  const to = new Date(Math.ceil(Date.now() / minute) * minute);
  const query = new URLSearchParams({
    figure: byId('figure').value,
    granularity: GRANULARITY[length],
    from: new Date(to - MILLIS[length]).toISOString(),
    to: to.toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC',
  });
  showSeries(await get(`${project()}/series?${query}`, chosen.key, signal));
}

async function showEverything(summary, signal) {
  shown = summary;
  showFigures(summary);
  tell(summary);
  const groups = `${project()}/summary?window=${byId('window').value}&groupBy=category`;
  showGroups(await get(groups, chosen.key, signal));
  await showOverTime(signal);
}

/** Follows the chosen project until something else is chosen. */
async function watch() {
  watching.abort();
  watching = new AbortController();
  const { signal } = watching;
  if (byId('project').value) {
    followTopics(project(), byId('window').value, chosen.key, signal, language);
  }
  let lastEventId;
  while (!signal.aborted && byId('project').value) {
    try {
      const stream = `${project()}/stream?window=${byId('window').value}`;
      for await (const event of events(stream, chosen.key, signal, lastEventId)) {
        lastEventId = event.id;
        await showEverything(JSON.parse(event.data), signal);
      }
    } catch (failure) {
      if (signal.aborted || refused(failure)) {
        return;
      }
      say(language().words.reconnecting);
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
  }
}

function refused(failure) {
  const closed = failure instanceof Unauthorized;
  if (closed) {
    byId('key-field').hidden = false;
    say(language().words.needsKey);
  }
  return closed;
}

async function begin() {
  try {
    const { projects } = await get('v1/projects', chosen.key);
    offer(byId('project'), projects.length ? projects : ['default'], (name) => name);
    await watch();
  } catch (failure) {
    if (!refused(failure)) {
      say(language().words.reconnecting);
      setTimeout(begin, RETRY_MILLIS);
    }
  }
}

byId('project').addEventListener('change', watch);
byId('window').addEventListener('change', watch);
byId('figure').addEventListener('change', () => showOverTime(watching.signal).catch(refused));
byId('language').addEventListener('change', (event) => {
  chosen.language = event.target.value;
  localStorage.setItem('language', chosen.language);
  speak();
  showTopics(language());
  if (shown) {
    showEverything(shown, watching.signal).catch(refused);
  }
});
byId('key').addEventListener('change', (event) => {
  chosen.key = event.target.value.trim();
  sessionStorage.setItem('key', chosen.key);
  begin();
});
byId('choices').addEventListener('submit', (event) => event.preventDefault());

speak();
begin();
