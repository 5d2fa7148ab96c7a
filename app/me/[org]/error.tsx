"use client";

import { LoadError, type LoadFailure } from "@/components/layout/load-error";

export default function MemberError({ error }: { error: LoadFailure }) {
  return <LoadError error={error} helper="the desk" size="touch" />;
}
