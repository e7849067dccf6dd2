// The metrics API, as the page asks it.

export class Unauthorized extends Error {}

/** What a route answers. */
export async function get(route, key, signal) {
  const response = await request(route, key, signal, { Accept: 'application/json' });
  return response.json();
}

/**
 * Server-sent events of a route until it ends. EventSource can't send a key, so they are read by
 * fetch.
 */
export async function* events(route, key, signal, lastEventId) {
  const resume = lastEventId ? { 'Last-Event-ID': lastEventId } : {};
  const response = await request(route, key, signal, { Accept: 'text/event-stream', ...resume });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    yield* blocks.map(parse).filter((event) => event.data);
  }
}

/** One event: its id and its data. */
export function parse(block) {
  const event = { id: undefined, data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^(id|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'id') {
      event.id = value;
    } else if (field === 'data') {
      event.data += value;
    }
  }
  return event;
}

async function request(route, key, signal, headers) {
  const authorization = key ? { Authorization: `Bearer ${key}` } : {};
  const response = await fetch(route, { headers: { ...headers, ...authorization }, signal });
  if (response.status === 401 || response.status === 403) {
    throw new Unauthorized();
  }
  if (!response.ok) {
    throw new Error(`${route} answered ${response.status}`);
  }
  return response;
}
