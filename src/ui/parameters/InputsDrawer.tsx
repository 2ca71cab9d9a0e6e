import { Drawer, Input, Table, type TableColumnsType, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../core/model/scenario.ts';
import { formatInput } from '../../i18n/format.ts';
import { editScenario } from '../../state/commands/editScenario.ts';
import { type InputRow, inputRows } from '../../state/inputs.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { nameIn, ownPart } from '../bilingual.ts';
import { NumberInput } from '../NumberInput.tsx';

interface InputsDrawerProps {
  readonly scenario: Scenario;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface NamedRow extends InputRow {
  readonly name: string;
  readonly groupName: string;
  readonly sourceText: string;
}

/** Every input with its value, range, grade and source; values can be edited in place. */
export function InputsDrawer({ scenario, isOpen, onClose }: InputsDrawerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const rows = useMemo(
    () =>
      isOpen
        ? inputRows(scenario).map((row): NamedRow => {
            const subject = row.subject ? `${nameIn(row.subject, language)} · ` : '';
            return {
              ...row,
              name: `${subject}${t(`inputs.${row.nameKey}`)}`,
              groupName: t(`inputs.groups.${row.group}`),
              sourceText: ownPart(row.graded.source, language),
            };
          })
        : [],
    [scenario, isOpen, language],
  );
  const words = search.trim().toLowerCase();
  const found = rows.filter((row) =>
    `${row.groupName} ${row.name} ${row.sourceText}`.toLowerCase().includes(words),
  );
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={880}
      title={t('parameters.allInputs')}
      extra={
        <Input.Search
          allowClear
          placeholder={t('parameters.search')}
          aria-label={t('parameters.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
      }
    >
      <p className="hint">{t('parameters.allInputsHint')}</p>
      <Table<NamedRow>
        size="small"
        rowKey="id"
        columns={useInputColumns()}
        dataSource={found}
        pagination={false}
        scroll={{ x: 760 }}
      />
    </Drawer>
  );
}

function useInputColumns(): TableColumnsType<NamedRow> {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  return [
    {
      title: t('parameters.name'),
      key: 'name',
      width: 210,
      render: (_value, row) => <InputName row={row} />,
    },
    {
      title: t('parameters.value'),
      key: 'value',
      width: 118,
      align: 'right',
      className: 'number',
      render: (_value, { id, name, graded, least, write }) =>
        write === null ? (
          formatInput(graded.value, language)
        ) : (
          <NumberInput
            size="small"
            aria-label={name}
            min={least}
            value={graded.value}
            changeOnBlur
            onChange={(value) => {
              if (value !== null && value !== graded.value)
                editScenario(app, 'input', id, () => write(value));
            }}
          />
        ),
    },
    { title: t('parameters.unit'), key: 'unit', width: 88, render: (_value, row) => t(`units.${row.unit}`) },
    {
      title: t('parameters.range'),
      key: 'range',
      width: 96,
      className: 'number',
      render: (_value, { graded, least }) =>
        graded.low === undefined && graded.high === undefined
          ? least > 0 && `≥ ${formatInput(least, language)}`
          : `${formatInput(graded.low, language)}–${formatInput(graded.high, language)}`,
    },
    {
      title: t('parameters.grade'),
      key: 'grade',
      width: 92,
      render: (_value, { graded }) => (
        <Tag className={`grade grade-${graded.grade}`}>{t(`grades.${graded.grade}`)}</Tag>
      ),
    },
    { title: t('parameters.source'), key: 'source', dataIndex: 'sourceText', className: 'source-text' },
  ];
}

const InputName = ({ row }: { readonly row: NamedRow }) => (
  <>
    <span className="input-group">{row.groupName}</span>
    {row.name}
  </>
);
