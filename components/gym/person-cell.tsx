import { Link } from "@/components/ui/controls/link";
import { Avatar } from "@/components/ui/data/avatar";

interface PersonCellProps {
  name: string;
  href?: string;
  photo?: string | null;
  /** Grey text after the name, such as the member code. */
  detail?: string | null;
}

/** The first cell of a row about a person. */
export function PersonCell({ name, href, photo, detail }: PersonCellProps) {
  return (
    <span className="ui-person">
      <Avatar name={name} src={photo} />
      {href ? (
        <Link href={href} className="ui-table-link">
          {name}
        </Link>
      ) : (
        <span className="font-medium text-ink">{name}</span>
      )}
      {detail ? <span className="text-ink-3">{detail}</span> : null}
    </span>
  );
}
