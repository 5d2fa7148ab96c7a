import type { ReactNode } from "react";
import { Mark } from "@/components/layout/mark";
import { Link } from "@/components/ui/controls/link";
import { TextLink } from "@/components/ui/controls/text-link";

interface DocsShellProps {
  page: "/docs" | "/redoc";
  children: ReactNode;
}

/** The frame of the two API references, in the theme of the reader. */
export function DocsShell({ page, children }: DocsShellProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-[1440px] flex-col bg-surface">
      <header className="flex flex-wrap items-center gap-x-5 gap-y-2 border-line border-b px-gutter py-3">
        <Link href="/" className="flex items-center gap-2 font-strong text-ink">
          <Mark name="FitFlow Pro" />
          FitFlow Pro
        </Link>
        <h1 className="font-medium text-ink-3">API reference</h1>
        <nav aria-label="API documentation" className="ml-auto">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            <li>
              {page === "/docs" ? <span aria-current="page">Try it</span> : <TextLink href="/docs">Try it</TextLink>}
            </li>
            <li>
              {page === "/redoc" ? <span aria-current="page">Read</span> : <TextLink href="/redoc">Read</TextLink>}
            </li>
            <li>
              <TextLink href="/docs/errors">Error codes</TextLink>
            </li>
            <li>
              <a href="/api/openapi.json" className="ui-link">
                OpenAPI document
              </a>
            </li>
          </ul>
        </nav>
      </header>
      {children}
    </div>
  );
}
