import type { ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";

interface PhoneRowProps {
  lead?: ReactNode;
  title: ReactNode;
  /** The target of the whole row. */
  href?: string;
  subtitle?: ReactNode;
  /** At the right: the status above, one fact below. */
  status?: ReactNode;
  fact?: ReactNode;
}

export function PhoneRow({ lead, title, href, subtitle, status, fact }: PhoneRowProps) {
  return (
    <>
      {lead}
      <div className="ui-two-lines">
        {href ? (
          <Link href={href} className="ui-stretch">
            {title}
          </Link>
        ) : (
          <b>{title}</b>
        )}
        {subtitle ? <p>{subtitle}</p> : null}
      </div>
      {status || fact ? (
        <div className="ui-phone-end">
          {status}
          {fact ? <span>{fact}</span> : null}
        </div>
      ) : null}
    </>
  );
}
