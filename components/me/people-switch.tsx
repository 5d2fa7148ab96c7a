"use client";

import { useMutation } from "@tanstack/react-query";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { showOwnPerson } from "@/lib/client/endpoints/me";
import { forgetPasses } from "@/lib/client/pass-cache";
import type { Output } from "@/lib/contracts/contract";
import type { listOwnPeople } from "@/lib/contracts/me/me";

type Person = Output<typeof listOwnPeople>["data"][number];

/** For guardians: whose pages are shown. */
export function PeopleSwitch({ organization, people }: { organization: string; people: readonly Person[] }) {
  const show = useMutation({
    mutationFn: (member_id: string) => api(showOwnPerson, { member_id }, { organization }),
    onSuccess: async () => {
      await forgetPasses();
      // A full page load, so that nothing of the other person stays in memory.
      window.location.assign(`/me/${organization}`);
    },
  });
  return (
    <nav aria-label="Whose pages" className="mx-auto w-full max-w-[30rem] px-4 pt-3">
      <ul className="flex flex-wrap gap-2">
        {people.map(({ member_id, first_name, is_shown, is_self }) => (
          <li key={member_id}>
            <button
              type="button"
              aria-current={is_shown ? "true" : undefined}
              disabled={show.isPending}
              onClick={() => (is_shown ? undefined : show.mutate(member_id))}
              className="min-h-11 rounded-full border border-line bg-surface px-4 text-14 text-ink-2 aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
            >
              {is_self ? "You" : first_name}
            </button>
          </li>
        ))}
      </ul>
      <FormError message={show.error?.message} />
    </nav>
  );
}
