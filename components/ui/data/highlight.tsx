/** Marks the part of a text that was searched for. */
export function Highlight({ text, term }: { text: string; term: string }) {
  const at = term ? text.toLocaleLowerCase().indexOf(term.toLocaleLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + term.length)}</mark>
      {text.slice(at + term.length)}
    </>
  );
}
