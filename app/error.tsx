"use client";

import { LoadError, type LoadFailure } from "@/components/layout/load-error";

export default function PageError({ error }: { error: LoadFailure }) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <LoadError error={error} />
    </main>
  );
}
