import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { minPerDay } from '../units.ts';
import { dailyParcels } from './dailyParcels.ts';
import type { Trip } from './walkDays.ts';

/** Wages by duty and day, and the fleet kept for the busiest day. */
export function payDuties(scenario: Scenario, plan: Plan, trips: readonly Trip[], cycle: number) {
  const { dutyRules, rates, serviceTimes } = scenario;
  let dutyDays = 0;
  let paidYuan = 0;
  let plainWageYuan = 0;
  const dutiesOnDay = new Map<number, number>();
  const uses: { typeId: string; fromMin: number; toMin: number }[] = [];
  const atHome: string[] = [];
  const startClockMin: (number | null)[] = [];
  const dutyMin = plan.duties.map((duty) => {
    const type = scenario.vehicleTypes.find((candidate) => candidate.id === duty.vehicleTypeId)!;
    const days = [...new Set(trips.map((trip) => trip.day))].map((day) =>
      duty.trips.flatMap(({ lineId, roundIndex }) =>
        trips.filter((trip) => trip.day === day && trip.line.id === lineId && trip.roundIndex === roundIndex),
      ),
    );
    const workedDays = days.filter((ofDay) => ofDay.length > 0);
    const clocks: number[] = [];
    const minutes = workedDays.map((ofDay) => {
      let paid = 0;
      let freeMin = ofDay[0]!.departMin - serviceTimes.loadingMin.value;
      for (const trip of ofDay) {
        const startMin = trip.departMin - serviceTimes.loadingMin.value;
        const waitMin = startMin - freeMin;
        if (waitMin >= 60) freeMin = startMin;
        // Of trips that overlap, the one that is back last ends the work: it need not be the last to leave.
        const backMin = Math.max(freeMin, trip.returnMin);
        paid += backMin - freeMin;
        freeMin = backMin;
      }
      const loadingMin = ofDay[0]!.departMin - serviceTimes.loadingMin.value;
      const driveInMin = ofDay.reduce((sum, trip) => sum + (trip.driveInMin ?? 0), 0);
      const firstMin = loadingMin - driveInMin;
      uses.push({ typeId: duty.vehicleTypeId, fromMin: firstMin, toMin: freeMin });
      clocks.push(firstMin - ofDay[0]!.day * minPerDay);
      return paid + driveInMin;
    });
    // A vehicle that stands in its driver's village at night serves no other crew, whenever it is out.
    if (workedDays.some((ofDay) => ofDay.some((trip) => trip.driveInMin !== null))) {
      uses.splice(uses.length - workedDays.length);
      atHome.push(duty.vehicleTypeId);
    }
    const longest = Math.max(0, ...minutes);
    startClockMin.push(clocks[minutes.indexOf(longest)] ?? null);
    const wagePerMin = type.driverYuanPerDay.value / dutyRules.shiftMin.value;
    for (const worked of minutes) {
      const regular =
        dutyRules.wageBasis === 'day' ? dutyRules.shiftMin.value : Math.min(worked, dutyRules.shiftMin.value);
      const overtime = Math.max(0, worked - dutyRules.shiftMin.value) * rates.overtimeWageFactor.value;
      paidYuan += wagePerMin * (regular + overtime) * (1 + rates.socialChargeShare.value);
    }
    dutyDays += workedDays.length;
    plainWageYuan += workedDays.length * type.driverYuanPerDay.value;
    for (const ofDay of workedDays) dutiesOnDay.set(ofDay[0]!.day, (dutiesOnDay.get(ofDay[0]!.day) ?? 0) + 1);
    return longest;
  });
  let vehicleCount = 0;
  const vehicleYuan = scenario.vehicleTypes.reduce((sum, type) => {
    // Walk the comings and goings: a return frees the vehicle before a loading of the same minute takes it. The cycle is
    // walked until whoever was out at the end of one is out at the beginning of the next.
    const ofType = uses.filter((use) => use.typeId === type.id);
    const longestMin = Math.max(0, ...ofType.map((use) => use.toMin - use.fromMin));
    const rounds = 1 + Math.ceil(longestMin / (cycle * minPerDay));
    const changes = Array.from({ length: rounds }, (_, round) => round * cycle * minPerDay)
      .flatMap((laterMin) =>
        ofType.flatMap((use) => [
          { atMin: laterMin + use.fromMin, change: 1 },
          { atMin: laterMin + use.toMin, change: -1 },
        ]),
      )
      .sort((a, b) => a.atMin - b.atMin || a.change - b.change);
    let out = 0;
    let busiest = 0;
    for (const { change } of changes) {
      out += change;
      busiest = Math.max(busiest, out);
    }
    const kept = atHome.filter((typeId) => typeId === type.id).length;
    vehicleCount += kept + busiest;
    return sum + (kept + busiest) * type.fixedYuanPerDay.value;
  }, 0);
  // Paid by the week: whoever is on the roster, whether or not there is a duty for him.
  const idlePerWeek =
    leastDrivers(dutiesOnDay, cycle, dutyRules.workDaysPerWeek ?? 6) * (dutyRules.paidDaysPerWeek ?? 0) -
    (dutyDays / cycle) * 7;
  if (idlePerWeek > 0 && dutyDays > 0)
    paidYuan += (idlePerWeek / 7) * cycle * (plainWageYuan / dutyDays) * (1 + rates.socialChargeShare.value);
  return { dutyMin, startClockMin, dutyDays, paidYuan, vehicleYuan, vehicleCount, cycle };
}

/** Everything paid by the parcel or by the month. */
export function payParcels(scenario: Scenario, plan: Plan) {
  const { rates } = scenario;
  const inbound = dailyParcels(scenario, 'deliveryParcelsPerDay');
  const outbound = dailyParcels(scenario, 'pickupParcelsPerDay');
  let parcelsPerDay = 0;
  let yuan = rates.sortingFixedYuanPerDay.value + rates.overheadYuanPerDay.value;
  // A county without a line runs nothing: neither sorting nor hubs.
  if (plan.lines.length === 0) return { parcelsPerDay, yuanPerDay: 0 };
  const hubs = new Set<StationId>();
  for (const station of scenario.stations) if (station.hubId !== null) hubs.add(station.hubId);
  for (const { id, hub } of scenario.stations)
    if (hubs.has(id)) yuan += (hub?.openYuanPerDay ?? rates.hubRentYuanPerDay).value;
  for (const line of plan.lines) {
    const bus = (scenario.busLines ?? []).find(({ id }) => id === line.busLineId);
    line.stopIds.forEach((id, index) => {
      const share = line.stopShares?.[index] ?? 1;
      const station = scenario.stations.find((candidate) => candidate.id === id)!;
      const inParcels = inbound.get(id)! * share;
      const both = inParcels + outbound.get(id)! * share;
      parcelsPerDay += both;
      yuan += both * rates.sortingYuanPerParcel.value;
      if (bus) yuan += both * bus.yuanPerParcel.value;
      if (station.hubId !== null) yuan += both * rates.hubHandlingYuanPerParcel.value;
      if (station.role === 'villageStation') {
        yuan +=
          both * rates.stationFeeYuanPerParcel.value + (share * rates.keeperSubsidyYuanPerMonth.value) / 30;
      }
      if (station.role === 'urbanStation') yuan += both * rates.urbanStationFeeYuanPerParcel.value;
      else yuan += inParcels * rates.endDeliveryFeeYuanPerParcel.value;
    });
  }
  return { parcelsPerDay, yuanPerDay: yuan };
}

/** Enough for the busiest day, and for the busiest of all weeks with everybody's days of rest. */
function leastDrivers(dutiesOnDay: ReadonlyMap<number, number>, cycle: number, workDays: number): number {
  const from = Math.min(...dutiesOnDay.keys(), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(from)) return 0;
  const onDay = (day: number): number => {
    // The days walked are one whole cycle; they repeat for ever. Day 0 of the calendar is a Monday.
    for (const [known, count] of dutiesOnDay) if ((known - day) % cycle === 0) return count;
    return 0;
  };
  let least = 0;
  for (let week = 0; week < cycle; week++) {
    const days = Array.from({ length: 7 }, (_, day) => onDay(week * 7 + day));
    const sum = days.reduce((total, count) => total + count, 0);
    least = Math.max(least, ...days, Math.ceil(sum / workDays));
  }
  return least;
}
