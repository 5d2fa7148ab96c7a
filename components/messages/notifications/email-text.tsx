/** The plain text of an email, with URLs as links. */
export function EmailText({ text }: { text: string }) {
  let start = 0;
  const parts = text.split(/(https?:\/\/\S+)/).map((part) => {
    const key = start;
    start += part.length;
    return part.startsWith("http") ? (
      <a key={key} href={part} className="break-all text-brand-text underline underline-offset-4">
        {part}
      </a>
    ) : (
      part
    );
  });
  return <div className="max-w-[68ch] whitespace-pre-wrap text-16">{parts}</div>;
}
