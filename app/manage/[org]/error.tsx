"use client";

import { LoadError, type LoadFailure } from "@/components/layout/load-error";

export default function ManageError({ error }: { error: LoadFailure }) {
  return <LoadError error={error} />;
}
