import { ButtonLink } from "./button";

interface PaginationProps {
  /** Such as "1–50 of 412 members". */
  summary: string;
  nextHref?: string | null;
  firstHref?: string | null;
  pageSize?: number;
  className?: string;
}

/** Cursor pagination: next page and first page. The browser's back button opens the previous page. */
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
