import { ButtonLink } from "@/components/ui/controls/button";

interface NewestEarlierProps {
  /** Such as "Invoice pages". */
  label: string;
  base: string;
  cursor: string | undefined;
  next_cursor: string | null;
}

/** The pages of a list of the member's own. */
export function NewestEarlier({ label, base, cursor, next_cursor }: NewestEarlierProps) {
  return (
    <nav aria-label={label} className="grid grid-cols-2 gap-2 empty:hidden">
      {cursor ? (
        <ButtonLink href={base} size="touch">
          Newest
        </ButtonLink>
      ) : null}
      {next_cursor ? (
        <ButtonLink href={`${base}?${new URLSearchParams({ cursor: next_cursor })}`} size="touch">
          Earlier
        </ButtonLink>
      ) : null}
    </nav>
  );
}
