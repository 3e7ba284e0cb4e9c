// Russian faults: what is wrong with the objects of an answer.
import type { FaultSentences, Form, NamedReason, Reason, ValueType } from './faults.ts';
import { russianForm } from './plural.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;

const object = (place: string): string => (place === '' ? 'объекте' : place);

/** `a, b или c`. */
const either = (words: readonly string[], by = 'или'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`;

const mostKnown = 12;
const listed = (words: readonly string[], by = 'или'): string =>
  words.length > mostKnown ? `${words.slice(0, mostKnown).join(', ')} …` : either(words, by);

const orNearest = (nearest: string | null): string | null => (nearest === null ? null : `может быть, «${nearest}»?`);

const types: { readonly [type in ValueType]: string } = {
  array: 'список',
  boolean: 'true или false',
  integer: 'целое число',
  null: 'пусто',
  number: 'число',
  object: 'набор ключей',
  string: 'текст',
};

const found = (type: ValueType, value: string | null): string => {
  if (value === null || type === 'null') return types[type];
  return type === 'string' ? `текст «${value}»` : value;
};

const forms: { readonly [form in Form]: string } = {
  'address-block': 'IP-адрес или их диапазон, например 10.0.0.0/16',
  'domain-name': 'доменное имя, например shop.example.com; звёздочкой может быть только первая часть',
  duration: 'длительность не меньше 1ms, например 2s или 1m30s',
  'duration-or-none': 'длительность, например 2s, или 0s',
  'gateway-host':
    'хост с точкой, например shop.example.com или *.example.com; перед ним может быть пространство имён: shop/*.example.com',
  'gateway-name': 'имя Gateway, можно с пространством имён: edge или istio-ingress/edge',
  host: 'имя сервиса или хоста, например reviews или reviews.shop.svc.cluster.local',
  'host-or-address': 'имя хоста, например reviews или *.example.com; звёздочка может быть только в начале',
  'host-or-all': 'имя хоста, например reviews или *.example.com; звёздочка может быть только в начале',
  'http-address': 'адрес, который начинается с https:// или http://',
  'ip-address': 'IP-адрес',
  label: 'имя из букв, цифр и дефисов, не длиннее 63',
  'label-key': 'имя метки: буквы, цифры, дефисы, точки и подчёркивания, перед ними может быть домен и /',
  'label-or-none': 'имя из букв, цифр и дефисов, не длиннее 63',
  'label-value': 'значение метки: не больше 63 букв, цифр, дефисов, точек и подчёркиваний, по краям буква или цифра',
  'module-address': 'адрес, который начинается с oci://, https://, http:// или file://',
  'namespace-host':
    'ПРОСТРАНСТВО/ХОСТ с полным именем хоста, например ./*, shop/reviews.shop.svc.cluster.local или */api.example.com',
  'no-wildcard': 'метка как она есть: звёздочка здесь ничего не заменяет',
  'object-name': 'имя из строчных латинских букв, цифр, дефисов и точек',
  'path-template': 'путь, в котором {*} — одна часть, {**} — весь остаток, и других фигурных скобок нет',
  'port-name': 'имя порта: буквы, цифры и дефисы',
  'port-text': 'номер порта от 0 до 65535 в виде текста',
  protocol: 'протокол: HTTP, HTTPS, GRPC, GRPC-WEB, HTTP2, MONGO, MYSQL, REDIS, TCP или TLS',
  'protocol-or-none': 'протокол: HTTP, HTTPS, GRPC, GRPC-WEB, HTTP2, MONGO, MYSQL, REDIS, TCP, UDP или TLS',
  'retry-conditions':
    'условия Envoy через запятую без пробелов, например 5xx,connect-failure,retriable-status-codes,503',
  'service-account': 'СЕРВИСНЫЙ-АККАУНТ или ПРОСТРАНСТВО/СЕРВИСНЫЙ-АККАУНТ без звёздочки',
};

/** Those before the filter are subjects of a sentence, the others go with "с". */
const reasons: { readonly [reason in NamedReason]: string } = {
  'a-service': 'Service',
  'several-ports': 'Service с несколькими портами',
  'not-the-last': 'каждый listener, кроме последнего',
  'mutual-without-credential': '«mode: MUTUAL» без «credentialName»',
  'redirect-filter': 'фильтром RequestRedirect',
  'socket-address': 'адресом unix://',
  'other-entries': 'другими значениями',
};

const reason = (because: Reason): string => reasons[because as NamedReason] ?? because.replace(/"([^"]*)"/g, '«$1»');

function range(least: number | null, most: number | null): string {
  if (least !== null && most !== null) return `от ${least} до ${most}`;
  return least === null ? `не больше ${most}` : `не меньше ${least}`;
}

export const russianFaults: FaultSentences = {
  'unknown-field': ({ place, field, nearest, elsewhere, known }) => ({
    message: `в ${object(place)} нет поля «${field}»`,
    hint:
      nearest !== null
        ? `может быть, «${nearest}»?`
        : elsewhere !== null
          ? `место «${field}» ${elsewhere === '' ? 'на верхнем уровне объекта' : `в ${elsewhere}`}`
          : known.length === 0
            ? null
            : `поля здесь: ${listed(known, 'и')}`,
  }),
  'wrong-type': ({ place, expected, found: type, value, isDuration }) => ({
    message: `в ${object(place)} ожидается ${isDuration ? 'длительность, например 2s' : either(expected.map((one) => types[one]))}, а здесь ${found(type, value)}`,
    hint: typeHint(expected, type, value, isDuration),
  }),
  'not-one-of': ({ place, value, known, nearest }) => ({
    message: `в ${place} значение «${value}», а может быть ${listed(known)}`,
    hint: orNearest(nearest),
  }),
  'not-both': ({ place, fields }) => ({
    message: `в ${object(place)} может быть только одно из полей ${either(fields, 'и')}, а есть ${fields.length === 2 ? 'оба' : 'несколько'}`,
    hint: 'оставьте одно из них',
  }),
  'none-of': ({ place, fields, because }) => ({
    message: `в ${object(place)} нет ни одного из полей ${either(fields, 'и')}${because === null ? '' : `, а этого требует ${reason(because)}`}`,
    hint: `добавьте ${either(fields)}`,
  }),
  missing: ({ place, field, because }) => ({
    message: `в ${object(place)} нет поля «${field}»${because === null ? '' : `, а его требует ${reason(because)}`}`,
    hint: `добавьте «${field}: …»`,
  }),
  'only-with': ({ place, field, condition }) => ({
    message: `в ${object(place)} поле «${field}» возможно только вместе с ${reason(condition)}`,
    hint: `добавьте ${reason(condition)} или уберите «${field}»`,
  }),
  'not-with': ({ place, field, condition }) => ({
    message: `в ${object(place)} поле «${field}» не сочетается с ${reason(condition)}`,
    hint: 'уберите одно из двух',
  }),
  'bad-form': ({ place, value, form }) => ({
    message: `в ${place} значение «${value}»: ${form === null ? 'такой вид не принимается' : `это не ${forms[form]}`}`,
    hint: form?.startsWith('duration') && /^\d+$/.test(value) ? `числу нужна единица: ${value}s` : null,
  }),
  'out-of-range': ({ place, value, least, most }) => ({
    message: `в ${place} значение ${value}, а должно быть ${range(least, most)}`,
    hint: null,
  }),
  'bad-length': ({ place, of, length, least, most }) => ({
    message:
      most === 0
        ? `в ${object(place)} здесь должно быть пусто`
        : `в ${object(place)} ${of === 'entries' ? counted(length, 'элемент', 'элемента', 'элементов') : counted(length, 'символ', 'символа', 'символов')}, а должно быть ${range(least, most)}`,
    hint: null,
  }),
  empty: ({ place }) => ({ message: `в ${object(place)} пусто`, hint: 'задайте значение или уберите поле' }),
  duplicate: ({ place, value }) => ({
    message: `в ${place} значение «${value}», и рядом есть такое же`,
    hint: 'они должны различаться',
  }),
  'unknown-kind': ({ kind, apiVersion, nearest }) => ({
    message: `в ${apiVersion} нет вида «${kind}»`,
    hint: orNearest(nearest),
  }),
  'wrong-version': ({ kind, apiVersion, right }) => ({
    message: `в ${apiVersion} нет вида ${kind}`,
    hint: `напишите «apiVersion: ${right[0]}»${right.length > 1 ? `; он есть и в ${either(right.slice(1), 'и')}` : ''}`,
  }),
  'weights-are-zero': ({ place }) => ({
    message: `все веса в ${place} равны 0: запросы не достанутся никому`,
    hint: 'хотя бы один вес должен быть больше 0',
  }),
  'wildcard-in-mesh': ({ place }) => ({
    message: `в ${place} значение «*», а оно возможно только в VirtualService для шлюза`,
    hint: 'назовите хост или шлюз в «gateways»',
  }),
  'wildcard-without-endpoints': ({ place, value, resolution }) => ({
    message: `в ${place} значение «${value}», а при «resolution: ${resolution}» адрес хоста со звёздочкой не узнать`,
    hint: 'назовите хост полностью, задайте «endpoints» или возьмите «resolution: NONE» или DYNAMIC_DNS',
  }),
  'wildcard-needed': ({ place, value }) => ({
    message: `в ${place} значение «${value}», а «resolution: DYNAMIC_DNS» — для хостов, которые начинаются с *`,
    hint: 'для полного имени возьмите «resolution: DNS»',
  }),
  'shares-of-locality': ({ place, sum }) => ({
    message: `доли в ${place} дают в сумме ${sum}, а должно быть 100`,
    hint: null,
  }),
  'same-region': ({ place }) => ({
    message: `в ${place} должны быть два разных региона, без зон и звёздочек`,
    hint: 'в имени региона нет «/»: «from: eu-west», а не «eu-west/zone-a»',
  }),
  'sni-outside-hosts': ({ place, value }) => ({
    message: `в ${place} значение «${value}», а среди «hosts» этого VirtualService его нет`,
    hint: 'добавьте его в spec.hosts',
  }),
  'claim-without-gateway': ({ place }) => ({
    message: `в ${place} проверяется поле токена, а это возможно только в VirtualService для шлюза`,
    hint: 'назовите шлюз в «gateways»',
  }),
  'retries-are-off': ({ place }) => ({
    message: `в ${place} задано, как повторять, а «attempts» равно 0 или не задано: повторов не будет`,
    hint: 'добавьте «attempts: …»',
  }),
  'never-applies': ({ place, action }) => ({
    message: `в ${object(place)} есть «action: ${action}», но нет «rules»: политика никогда не сработает`,
    hint: 'пустое правило подходит ко всему: «rules: [{}]»',
  }),
  'unknown-condition': ({ place, value, nearest }) => ({
    message: `в ${place} значение «${value}», а такого свойства у запроса нет`,
    hint:
      nearest === null
        ? 'например source.ip, request.headers[x-name] или request.auth.claims[group]'
        : orNearest(nearest),
  }),
  'several-hosts-per-port': ({ place }) => ({
    message: `в ${place} протокол, который не называет хост, а хостов в «hosts» несколько`,
    hint: 'сделайте для каждого хоста свой ServiceEntry',
  }),
  'needs-one-prefix': ({ place }) => ({
    message: `в ${object(place)} заменяется начало пути, поэтому нужно ровно одно условие с «path» вида PathPrefix`,
    hint: null,
  }),
  'selector-misses-template': ({ place }) => ({
    message: `${place} не подходит к меткам spec.template.metadata.labels`,
    hint: 'нагрузка выбирает свои же поды: повторите метку в шаблоне',
  }),

  'no-subset': ({ subset, host, known }) => ({
    message: `ни один DestinationRule для ${host} не определяет подмножество «${subset}»`,
    hint: known.length === 0 ? null : `есть подмножества ${listed(known, 'и')}`,
  }),
  'no-service': ({ host, nearest }) => ({
    message: `для «${host}» нет ни Service, ни ServiceEntry`,
    hint: orNearest(nearest),
  }),
  'no-service-port': ({ port, service, known }) => ({
    message: `у Service ${service} нет порта ${port}`,
    hint: known.length === 0 ? null : `есть ${either(known.map(String), 'и')}`,
  }),
  'no-gateway': ({ gateway, nearest }) => ({
    message: `нет Gateway «${gateway}»`,
    hint: nearest === null ? 'шлюз из другого пространства имён называют ПРОСТРАНСТВО/ИМЯ' : orNearest(nearest),
  }),
  'no-server': ({ gateway, host }) => ({
    message: `ни у одного сервера Gateway ${gateway} нет хоста «${host}»`,
    hint: 'запрос проходит там, где хост назван в обоих местах',
  }),
  'no-delegate': ({ name }) => ({
    message: `нет VirtualService «${name}», которому передаётся маршрут`,
    hint: null,
  }),
  'no-root': () => ({
    message: 'в этом VirtualService нет «hosts», и никто ему не передаёт маршрут: он не действует',
    hint: 'добавьте «hosts: […]» в spec',
  }),
  'selects-nothing': ({ selector, namespace }) => ({
    message: `ни у одной нагрузки${namespace === null ? '' : ` в ${namespace}`} нет меток ${selector}`,
    hint: 'политика выбирает метки подов, а не Service и не Deployment',
  }),
  'no-object': ({ kind, name, namespace, nearest }) => ({
    message: `нет ${kind} «${name}»${namespace === '' ? '' : ` в ${namespace}`}`,
    hint: orNearest(nearest),
  }),
  'no-section': ({ section, gateway, known }) => ({
    message: `у Gateway ${gateway} нет listener «${section}»`,
    hint: known.length === 0 ? null : `есть ${listed(known, 'и')}`,
  }),
  'no-listener-port': ({ port, gateway }) => ({
    message: `у Gateway ${gateway} нет listener на порту ${port}`,
    hint: null,
  }),
  'route-refused': ({ gateway, by }) => ({
    message: {
      namespaces: `ни один listener у Gateway ${gateway} не принимает маршруты из этого пространства имён`,
      kinds: `ни один listener у Gateway ${gateway} не принимает маршруты этого вида`,
      hostname: `ни у одного listener у Gateway ${gateway} нет общего имени хоста с этим маршрутом`,
    }[by],
    hint: {
      namespaces: 'смотрите «allowedRoutes.namespaces»: без него принимается только своё пространство имён',
      kinds: 'смотрите «protocol» и «allowedRoutes.kinds»',
      hostname: null,
    }[by],
  }),
  'no-grant': ({ kind, namespace, user, from }) => ({
    message: `в ${namespace} нет ReferenceGrant, который разрешает ${user} из ${from} обращаться к ${kind}`,
    hint: `ReferenceGrant создают там, где находится цель: в ${namespace}`,
  }),
};

function typeHint(
  expected: readonly ValueType[],
  type: ValueType,
  value: string | null,
  isDuration: boolean,
): string | null {
  const only = expected.length === 1 ? expected[0] : null;
  if (isDuration) return type === 'integer' ? `числу нужна единица: ${value}s` : null;
  // `yes` and `true` are one value: what was written is not known here.
  if (only === 'string' && type === 'boolean') return 'возьмите в кавычки';
  if (only === 'string' && value !== null && type !== 'null') return `возьмите в кавычки: "${value}"`;
  if (type === 'string' && (only === 'integer' || only === 'boolean')) return 'напишите без кавычек';
  if (only === 'array' && type !== 'null') return type === 'object' ? 'начните с «- »' : 'возьмите в скобки: […]';
  return null;
}
