"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import type { SelectOption } from "@/components/ui/forms/select";
import { OpenGymForm } from "./open-gym-form";

export function OpenOwnGym({ currencies }: { currencies: readonly SelectOption[] }) {
  const router = useRouter();
  return (
    <OpenGymForm
      currencies={currencies}
      size="lg"
      onOpened={({ slug }) => router.push(`/manage/${slug}`)}
      actions={(isBusy) => (
        <Button type="submit" variant="primary" size="touch" full busy={isBusy}>
          Create gym
        </Button>
      )}
    />
  );
}
