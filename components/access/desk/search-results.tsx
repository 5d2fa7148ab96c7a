import { LogOut } from "lucide-react";
import { StatusBadge } from "@/components/gym/status-badge";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Avatar } from "@/components/ui/data/avatar";
import { fullName } from "@/lib/values/person-name";
import type { Found } from "./use-search";

interface SearchResultsProps {
  id: string;
  members: readonly Found[];
  active: string | undefined;
  isEmpty: boolean;
  error: string | undefined;
  onChoose: (member_id: string) => void;
  onCheckOut: (member_id: string) => void;
}

/** Search results above the field. The first one is active. */
export function SearchResults({ id, members, active, isEmpty, error, onChoose, onCheckOut }: SearchResultsProps) {
  return (
    <div className="desk-results" data-open={members.length > 0 || isEmpty || error !== undefined || undefined}>
      <div role="status">
        {error ? <p>{error}</p> : null}
        {isEmpty ? <p>No members found. Try the phone number or part of the name.</p> : null}
      </div>
      <div id={id} role="listbox" aria-label="Search results">
        {members.map((member) => {
          const name = fullName(member.first_name, member.last_name);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            <div
              key={member.id}
              id={`${id}-${member.id}`}
              role="option"
              aria-selected={member.id === active}
              className="desk-result"
              onClick={() => onChoose(member.id)}
            >
              <Avatar name={name} src={member.photo_url} size="desk" />
              <span className="desk-result-name">
                <b>{name}</b>
                <small>{[member.member_code, ...member.plan_names].join(" · ")}</small>
              </span>
              <StatusBadge status={member.status} size="lg" />
            </div>
          );
        })}
      </div>
      {members.length > 0 ? (
        <p className="desk-hints">
          <span>
            <KeyCap>Enter</KeyCap> Check in
          </span>
          <button type="button" onClick={() => active && onCheckOut(active)}>
            <LogOut aria-hidden="true" />
            Check out
            <KeyCap>F3</KeyCap>
          </button>
        </p>
      ) : null}
    </div>
  );
}
