"use client";

import { LoadError, type LoadFailure } from "@/components/layout/load-error";

export default function MembersError({ error }: { error: LoadFailure }) {
  return <LoadError error={error} title="The members could not be loaded" />;
}
