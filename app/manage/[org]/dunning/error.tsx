"use client";

import { LoadError, type LoadFailure } from "@/components/layout/load-error";

export default function DunningError({ error }: { error: LoadFailure }) {
  return <LoadError error={error} title="The failed payments could not be loaded" />;
}
