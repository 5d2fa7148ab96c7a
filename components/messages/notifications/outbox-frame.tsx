import type { ReactNode } from "react";

export function OutboxFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[720px] flex-col gap-6 bg-surface px-gutter py-10">
      <header className="flex flex-col gap-1">
        <h1 className="text-26 font-strong text-ink tracking-tight">{title}</h1>
        <p className="text-14 text-ink-3">{lead}</p>
      </header>
      {children}
    </main>
  );
}
