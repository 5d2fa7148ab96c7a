import { ButtonLink } from "./button";

interface PaginationProps {
  /** "1–50 of 412 members"; written by the page because only it knows the words. */
  summary: string;
  nextHref?: string | null;
  firstHref?: string | null;
  pageSize?: number;
  className?: string;
}

/** Pages by cursor: forwards, and back to the start. The browser's own way back leads one page back. */
export function Pagination({ summary, nextHref, firstHref, pageSize = 50, className }: PaginationProps) {
  return (
    <nav aria-label="Pages" className={className ? `ui-pages ${className}` : "ui-pages"}>
      <span>{summary}</span>
      {firstHref ? (
        <ButtonLink href={firstHref} size="sm">
          First {pageSize}
        </ButtonLink>
      ) : null}
      {nextHref ? (
        <ButtonLink href={nextHref} size="sm">
          Next {pageSize}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
