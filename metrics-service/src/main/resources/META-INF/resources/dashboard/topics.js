// The section of topics: terms that stand out, and questions that are asked again and again.

import { Unauthorized, get } from './api.js';
import { fill } from './elements.js';

/** They change slowly, and are work for the classifier. */
const EVERY_MILLIS = 60e3;
const RETRY_MILLIS = 10e3;
const MOST = 10;

/** Standard deviations from which a term stands out enough to be shown. */
const STANDS_OUT = 1;

const byId = (id) => document.getElementById(id);
let told = { answer: null, failed: false };

/** Follows the topics of a project until the signal, again and again while somebody looks. */
export async function followTopics(project, window, key, signal, language) {
  told = { answer: null, failed: false };
  showTopics(language());
  while (!signal.aborted) {
    if (!document.hidden || told.answer === null) {
      try {
        const answer = await get(`${project}/topics?window=${window}&limit=${MOST}`, key, signal);
        if (signal.aborted) {
          return;
        }
        told = { answer, failed: false };
      } catch (failure) {
        if (signal.aborted) {
          return;
        }
        told = { ...told, failed: true };
        if (failure instanceof Unauthorized) {
          showTopics(language());
          return; // until another key comes
        }
      }
      showTopics(language());
    }
    const pause = told.failed || document.hidden ? RETRY_MILLIS : EVERY_MILLIS;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Shows what was told last, in that language. */
export function showTopics(language) {
  const { answer, failed } = told;
  say(state(answer, failed, language));
  byId('topics').hidden = !answer?.texts;
  if (!answer?.texts) {
    return;
  }
  const { words } = language;
  const count = (number) => number.toLocaleString(language.locale);
  show(
    'terms',
    [words.term, words.texts, words.before, words.trend],
    answer.terms
      .filter(({ z }) => z >= STANDS_OUT)
      .map((term) => [term.term, count(term.texts), count(term.textsBefore), trend(term, language)]),
  );
  show(
    'questions',
    [words.inCommon, words.texts, words.before, words.trend, words.lastAsked],
    answer.questions.map((question) => [
      question.terms.join(' · '),
      count(question.texts),
      count(question.textsBefore),
      trend(question, language),
      new Date(question.lastSeen).toLocaleString(language.locale),
    ]),
  );
}

function state(answer, failed, { words, locale }) {
  if (failed) {
    return words.topicsAway;
  }
  if (!answer) {
    return '';
  }
  const counts = { texts: answer.texts, before: answer.textsBefore };
  return answer.texts
    ? words.topicsOf.replace(/\{(\w+)\}/g, (all, name) => counts[name].toLocaleString(locale))
    : words.noTexts;
}

function show(id, titles, rows) {
  byId(`no-${id}`).hidden = rows.length > 0;
  byId(id).hidden = rows.length === 0;
  fill(byId(id), titles, rows);
}

function trend({ rising, risingBy }, { words, locale }) {
  if (rising === null) {
    return words.tooEarly;
  }
  const times = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return rising ? words.rising.replace('{times}', times.format(risingBy)) : words.notRising;
}

/** Only what is new, since it may be read out. */
function say(text) {
  if (byId('topics-state').textContent !== text) {
    byId('topics-state').textContent = text;
  }
}
