const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safeLink = /^(https?:|mailto:|tel:)/i;

/** The Markdown that Teams draws in a card: bold, italic, links and lists. Everything else stays text. */
export function markdown(text) {
  return text.replace(/\r/g, '').split(/\n{2,}/).map(block).join('');
}

// A paragraph may run straight into its list, without an empty line between.
function block(text) {
  const groups = [];
  for (const line of text.split('\n')) {
    const [, mark, rest] = /^\s*([-*]|\d+\.)\s+(.*)$/.exec(line) ?? [];
    const kind = mark === undefined ? 'p' : /\d/.test(mark) ? 'ol' : 'ul';
    if (groups.at(-1)?.kind !== kind) groups.push({ kind, lines: [] });
    groups.at(-1).lines.push(inline(rest ?? line));
  }
  return groups.map(({ kind, lines }) => kind === 'p'
    ? `<p>${lines.join('<br>')}</p>`
    : `<${kind}>${lines.map(line => `<li>${line}</li>`).join('')}</${kind}>`).join('');
}

function inline(text) {
  return text.replace(/[&<>"']/g, letter => escapes[letter])
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, words, address) =>
      safeLink.test(address) ? `<a href="${address}" target="_blank" rel="noopener noreferrer">${words}</a>` : whole)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_([^_]+)_(?=$|[\s).,;:!?])/g, '$1<em>$2</em>');
}
