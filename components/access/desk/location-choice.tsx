"use client";

import "./styles.css";
import { MapPin } from "lucide-react";
import { rememberLocation } from "./remember-location";

interface LocationChoiceProps {
  organization: string;
  locations: readonly { id: string; name: string; address: string | null }[];
}

/** Shown once on each device. */
export function LocationChoice({ organization, locations }: LocationChoiceProps) {
  return (
    <div className="desk-choice">
      <h2>Which location is this desk at?</h2>
      <p>Saved on this device. You can change it later in the desk settings.</p>
      <ul>
        {locations.map(({ id, name, address }) => (
          <li key={id}>
            <button type="button" onClick={() => rememberLocation(organization, id)}>
              <MapPin aria-hidden="true" />
              <span>
                <b>{name}</b>
                {address ? <small>{address}</small> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
