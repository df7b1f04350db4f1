/** Plant, period, comparison, as-of day and freshness: one bar for the whole app. */
import { Menu, MenuDivider, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import { addMonths } from '../../shared/kit/iso-date.ts';
import { formatDay, formatMonth } from '../ui/format.ts';
import { Mark } from '../ui/Icon.tsx';
import { useCockpit, type Against } from './cockpit-state.ts';
import { CustomPeriod } from './CustomPeriod.tsx';
import { FreshnessLights } from './FreshnessLights.tsx';
import { monthOf, periodLabel, periodOfKind, stepPeriod, type Period } from './period.ts';
import type { Scope } from './scope.ts';

interface Props {
  scope: Scope;
  period: Period;
}

export const againstLabels = { 'budget-and-prior': 'budget and prior year', budget: 'budget', prior: 'prior year' } as const satisfies Record<Against, string>;

export function PeriodBar({ scope, period }: Props) {
  const choosePeriod = useCockpit((state) => state.choosePeriod);
  const { calendar, today } = scope;
  return (
    <div className="period" role="region" aria-label="Plant and period">
      <PlantPick scope={scope} />
      <button
        type="button"
        className="pick"
        aria-label="Previous period"
        onClick={() => {
          choosePeriod(stepPeriod(period, -1, calendar));
        }}
      >
        <Mark name="left" />
      </button>
      <PeriodPick scope={scope} period={period} />
      <button
        type="button"
        className="pick"
        aria-label="Next period"
        onClick={() => {
          choosePeriod(stepPeriod(period, 1, calendar));
        }}
      >
        <Mark name="right" />
      </button>
      <AgainstPick />
      <span className="pick">
        <span className="k">as of</span> {formatDay(period.to < today ? period.to : today)}
      </span>
      <FreshnessLights sources={scope.freshness} />
    </div>
  );
}

function PlantPick({ scope }: { scope: Scope }) {
  const choosePlant = useCockpit((state) => state.choosePlant);
  const name = scope.plant?.name ?? 'No plant yet';
  if (scope.plants.length < 2)
    return (
      <span className="pick">
        <b>{name}</b>
      </span>
    );
  return (
    <Menu
      checkedValues={{ plant: [scope.plant?.code ?? ''] }}
      onCheckedValueChange={(_, data) => {
        choosePlant(data.checkedItems[0] ?? '');
      }}
    >
      <MenuTrigger>
        <button type="button" className="pick" aria-label={`Plant: ${name}`}>
          <b>{name}</b>
          <Mark name="down" />
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {scope.plants.map((plant) => (
            <MenuItemRadio key={plant.code} name="plant" value={plant.code}>
              {plant.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const kindLabels = [
  ['month', 'Month'],
  ['quarter', 'Quarter'],
  ['ytd', 'Year to date'],
] as const;

function PeriodPick({ scope, period }: Props) {
  const choosePeriod = useCockpit((state) => state.choosePeriod);
  const [isCustom, setCustom] = useState(false);
  const { calendar, today } = scope;
  const label = periodLabel(period, calendar, today);
  const months = Array.from({ length: 13 }, (_, back) => monthOf(addMonths(today, -back)));
  return (
    <>
      <Menu checkedValues={{ kind: [period.kind] }}>
        <MenuTrigger>
          <button type="button" className="pick" aria-label={`Period: ${label}`}>
            <b>{label}</b>
            <Mark name="down" />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {kindLabels.map(([kind, text]) => (
              <MenuItemRadio
                key={kind}
                name="kind"
                value={kind}
                onClick={() => {
                  choosePeriod(periodOfKind(kind, period.to < today ? period.to : today, calendar));
                }}
              >
                {text}
              </MenuItemRadio>
            ))}
            <MenuItemRadio
              name="kind"
              value="custom"
              onClick={() => {
                setCustom(true);
              }}
            >
              Custom…
            </MenuItemRadio>
            <MenuItem
              onClick={() => {
                choosePeriod(null);
              }}
            >
              Latest data
            </MenuItem>
            <MenuDivider />
            {months.map((month) => (
              <MenuItem
                key={month.from}
                onClick={() => {
                  choosePeriod(month);
                }}
              >
                {formatMonth(month.from)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isCustom && (
        <CustomPeriod
          period={period}
          onDone={(chosen) => {
            setCustom(false);
            if (chosen) choosePeriod(chosen);
          }}
        />
      )}
    </>
  );
}

function AgainstPick() {
  const { against, chooseAgainst } = useCockpit();
  return (
    <Menu checkedValues={{ against: [against] }}>
      <MenuTrigger>
        <button type="button" className="pick">
          <span className="k">against</span> {againstLabels[against]}
          <Mark name="down" />
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {(['budget-and-prior', 'budget', 'prior'] as const).map((one) => (
            <MenuItemRadio
              key={one}
              name="against"
              value={one}
              onClick={() => {
                chooseAgainst(one);
              }}
            >
              {againstLabels[one]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
