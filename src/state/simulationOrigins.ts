import type { Graded } from '../core/model/graded.ts';
import type { SimulationSettings } from '../core/model/simulation.ts';
import { usualOutboundTrunkClockMin } from '../core/sim/settings.ts';

/** Where settings come from that are no single number with a range, said in both languages like those that are. */
type Origin = Pick<Graded, 'grade' | 'source'>;

const ownEntry = '自己填写 / entered by hand';

export const outboundTrunkOrigin = ({ outboundTrunkClockMin }: SimulationSettings): Origin =>
  outboundTrunkClockMin === usualOutboundTrunkClockMin
    ? {
        grade: 'assumption',
        source:
          '工作假定：下午的线路都已返回；各快递公司的截单时间不同，请按合同填写 / working default: the afternoon lines are back by then; each courier has its own cut-off, enter the one agreed',
      }
    : { grade: 'user', source: ownEntry };

export const holidaysOrigin = ({ holidays }: SimulationSettings): Origin =>
  holidays.length === 0
    ? {
        grade: 'assumption',
        source:
          '工作假定：没有停运日，线路按班期开行 / working default: no days off, lines run by their calendar',
      }
    : { grade: 'user', source: ownEntry };
