import { Link } from "@react-email/components";

const ADDRESS = /(https:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** One paragraph with line breaks and links. */
export function Prose({ text, link_colour }: { text: string; link_colour: string }) {
  return text.split("\n").map((line, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a mail is drawn once
    <span key={row}>
      {row > 0 && <br />}
      {line.split(ADDRESS).map((part) =>
        ADDRESS.test(part) ? (
          <Link key={part} href={part} className="link" style={{ color: link_colour, textDecoration: "underline" }}>
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </span>
  ));
}
