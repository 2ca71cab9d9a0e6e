import type { BusLine } from '../../model/buses.ts';
import type { Claim } from '../../model/county.ts';
import type { Graded } from '../../model/graded.ts';
import type { PlaceId } from '../../model/ids.ts';
import { type RateKey, rateRegistry } from '../../model/rates.ts';
import type { Demand, Place, Scenario, Station, StationRole, VehicleType } from '../../model/scenario.ts';
import { formatClock } from '../../units.ts';
import { serviceDaysText } from '../tables/cells/readServiceDays.ts';
import { rateNames, rateUnits } from '../tables/rateWords.ts';
import { lineKindWords } from '../tables/read/readVehicles.ts';
import { seatWord } from '../tables/read/readVolumes.ts';
import { column, type ExportTable, tableOf } from './exportTable.ts';

/** Stands for "none" where a blank would be filled from the row above when the table comes back. */
const none = '—';
const roleWords: Readonly<Record<StationRole, string>> = {
  depot: '县级',
  townshipStation: '乡镇级',
  villageStation: '村级',
  urbanStation: '城区',
};
const gradeWords: Readonly<Record<Graded['grade'], string>> = {
  sourced: '有出处',
  derived: '推算',
  assumption: '假设',
  user: '用户',
};
const qualityWords: Readonly<Record<Station['coordQuality'], string>> = {
  exact: '准确',
  approx: '单一来源',
  approxSeat: '推定(驻地附近)',
  approxCatchment: '推定(乡镇范围内)',
  missing: '无坐标',
};

/** Names of a place's township and county. */
class PlaceNames {
  private readonly byId: ReadonlyMap<PlaceId, Place>;
  readonly county: string;

  constructor({ places }: Scenario) {
    this.byId = new Map(places.map((place) => [place.id, place]));
    this.county = places.find(({ tier }) => tier === 'county')?.name ?? '';
  }

  name(id: PlaceId): string {
    return this.byId.get(id)?.name ?? '';
  }

  township(id: PlaceId): string {
    const place = this.byId.get(id);
    if (place?.tier === 'township') return place.name;
    const parent = place?.parentId ? this.byId.get(place.parentId) : undefined;
    return parent?.tier === 'township' ? parent.name : '';
  }

  isTownship(id: PlaceId): boolean {
    return this.byId.get(id)?.tier === 'township';
  }

  village(id: PlaceId): string {
    const place = this.byId.get(id);
    return place?.tier === 'village' && place.kind !== 'urbanPoint' ? place.name : '';
  }
}

/** Stations with their points in WGS-84; parcels are those of all the places a station serves. */
export function stationsTable(scenario: Scenario): ExportTable {
  const names = new PlaceNames(scenario);
  const demandOf = new Map(scenario.demands.map((demand) => [demand.placeId, demand]));
  const sum = (station: Station, pick: (demand: Demand) => number): number | null => {
    const own = station.servesPlaceIds.flatMap((id) => demandOf.get(id) ?? []);
    // What floating point adds beyond twelve digits is noise.
    return own.length === 0
      ? null
      : Number(own.reduce((total, demand) => total + pick(demand), 0).toPrecision(12));
  };
  const stationById = new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station]));
  return tableOf<Station>(
    'stations',
    '站点',
    [
      column('县(区)', () => names.county),
      column('乡镇', ({ placeId }) => names.township(placeId) || none),
      column('行政村', ({ placeId }) => names.village(placeId) || null),
      column('区划代码', ({ placeId }) => placeId),
      column('站点名称', ({ name }) => name),
      column('站点级别', ({ role }) => roleWords[role]),
      column('经度', ({ lonLat }) => lonLat[0]),
      column('纬度', ({ lonLat }) => lonLat[1]),
      column('坐标系', () => 'WGS-84'),
      column('日均进件(件/日)', (station) => sum(station, (demand) => demand.deliveryParcelsPerDay)),
      column('日均出件(件/日)', (station) => sum(station, (demand) => demand.pickupParcelsPerDay)),
      column(
        '营业时间',
        ({ openClockMin, closeClockMin }) => `${formatClock(openClockMin)}-${formatClock(closeClockMin)}`,
      ),
      column('坐标质量', ({ coordQuality }) => qualityWords[coordQuality]),
      column('服务地点', ({ servesPlaceIds }) => servesPlaceIds.map((id) => names.name(id)).join('、')),
      column('服务地点代码', ({ servesPlaceIds }) => servesPlaceIds.join('、')),
      // A village station without a hub is supplied from the depot: said, as a blank says nothing when the table comes back.
      column('上级乡镇站', ({ hubId, role }) =>
        hubId === null
          ? role === 'villageStation'
            ? scenario.depot.name
            : null
          : (stationById.get(hubId)?.name ?? null),
      ),
    ],
    [scenario.depot, ...scenario.stations],
  );
}

/** Parcels of every place, with how far each figure can be trusted. */
export function volumesTable(scenario: Scenario): ExportTable {
  const names = new PlaceNames(scenario);
  return tableOf<Demand>(
    'volumes',
    '件量',
    [
      column('乡镇', ({ placeId }) => names.township(placeId) || none),
      column(
        '行政村',
        ({ placeId }) => names.village(placeId) || (names.isTownship(placeId) ? seatWord : null),
      ),
      column('区划代码', ({ placeId }) => placeId),
      column('日均派件量', ({ deliveryParcelsPerDay }) => deliveryParcelsPerDay),
      column('日均揽件量', ({ pickupParcelsPerDay }) => pickupParcelsPerDay),
      column('证据等级', ({ grade }) => gradeWords[grade]),
      column('依据', ({ source }) => source),
    ],
    scenario.demands,
  );
}

export const vehiclesTable = ({ vehicleTypes }: Scenario): ExportTable =>
  tableOf<VehicleType>(
    'vehicles',
    '车辆',
    [
      column('车型', ({ name }) => name.zh),
      column('数量(辆)', ({ count }) => count),
      column('载重(公斤)', ({ capacityKg }) => capacityKg.value),
      column('装载件数(件)', ({ capacityParcels }) => capacityParcels.value),
      column('固定费用(元/日)', ({ fixedYuanPerDay }) => fixedYuanPerDay.value),
      column('油电耗(元/公里)', ({ energyYuanPerKm }) => energyYuanPerKm.value),
      column('维修费(元/公里)', ({ maintenanceYuanPerKm }) => maintenanceYuanPerKm.value),
      column('司机工资(元/日)', ({ driverYuanPerDay }) => driverYuanPerDay.value),
      column('碳排放(公斤/公里)', ({ energyKgCo2PerKm }) => energyKgCo2PerKm.value),
      column('续航(公里)', ({ rangeKm }) => rangeKm),
      column('用途', ({ usedFor }) =>
        usedFor.map((kind) => lineKindWords.find((entry) => entry[1] === kind)?.[2] ?? kind).join('、'),
      ),
    ],
    vehicleTypes,
  );

export function ratesTable({ rates }: Scenario): ExportTable {
  const entries = Object.entries(rates) as [RateKey, Graded][];
  return tableOf<[RateKey, Graded]>(
    'rates',
    '费率',
    [
      column('费用项目', ([key]) => rateNames[key]),
      column('单价', ([, { value }]) => value),
      column('单位', ([key]) => rateUnits[rateRegistry[key].unit]),
      column('下限', ([, { low }]) => low ?? null),
      column('上限', ([, { high }]) => high ?? null),
      column('证据等级', ([, { grade }]) => gradeWords[grade]),
      column('来源', ([, { source }]) => source),
    ],
    entries,
  );
}

export const claimsTable = (claims: readonly Claim[]): ExportTable =>
  tableOf<Claim>(
    'claims',
    '主张',
    [
      column('主张编号', ({ id }) => id),
      column('文件', ({ document }) => document),
      column('日期', ({ asOf }) => asOf),
      column('类别', ({ kind }) => kind),
      column('事项', ({ subject }) => subject),
      column('数值', ({ value, valueText }) =>
        value !== undefined && String(value) === valueText ? value : valueText,
      ),
      column('单位', ({ unit }) => unit),
      column('备注', ({ note }) => note),
    ],
    claims,
  );

export function busesTable(scenario: Scenario): ExportTable {
  const nameOf = new Map([scenario.depot, ...scenario.stations].map(({ id, name }) => [id, name]));
  return tableOf<BusLine>(
    'buses',
    '班车',
    [
      column('班线名称', ({ name }) => name),
      column('起点', () => scenario.depot.name),
      column('途经', ({ calls }) =>
        calls.map(({ stationId }) => nameOf.get(stationId) ?? stationId).join('、'),
      ),
      column('发车时间', ({ runs }) =>
        runs.map(({ departureClockMin }) => formatClock(departureClockMin)).join('、'),
      ),
      column('到站时间(分钟)', ({ calls }) => calls.map(({ offsetMin }) => offsetMin).join('、')),
      column('可带货', () => '是'),
      column('经营者', ({ operator }) => operator),
      column('班期', ({ serviceDays }) => serviceDaysText(serviceDays)),
      column('余位(件/班)', ({ spareParcelsPerRun }) => spareParcelsPerRun.value),
      column('带货单价(元/件)', ({ yuanPerParcel }) => yuanPerParcel.value),
    ],
    scenario.busLines ?? [],
  );
}
