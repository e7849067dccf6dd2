// Parts of a page. Texts are texts: nothing that came from users becomes markup.

/** An element with that text. */
export function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

/** Fills a table: titles of its columns, and rows of texts, of which the first is the row's title. */
export function fill(table, titles, rows) {
  const header = document.createElement('thead');
  header.append(line(titles.map((title) => element('th', title, { scope: 'col' }))));
  const body = document.createElement('tbody');
  body.append(
    ...rows.map(([title, ...cells]) =>
      line([element('th', title, { scope: 'row' }), ...cells.map((cell) => element('td', cell))]),
    ),
  );
  table.replaceChildren(header, body);
}

function line(cells) {
  const row = document.createElement('tr');
  row.append(...cells);
  return row;
}
