/** Full-width letters, digits and signs (U+FF01 to U+FF5E) and the wide blank in their usual width. */
export const halfWidth = (text: string): string =>
  /[\uff01-\uff5e\u3000\u00a0]/.test(text)
    ? text
        .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
        .replace(/[\u3000\u00a0]/g, ' ')
    : text;

/** Traditional letters of headers and place names, each with its simplified form. */
const traditionalPairs =
  '縣县鄉乡鎮镇區区號号稱称點点經经緯纬標标類类級级別别務务業业員员電电話话時时間间數数據据運运營营車车輛辆線线綫线圖图備备註注說说總总計计'.concat(
    '萬万億亿單单價价費费遞递郵邮貨货綜综聯联繫系負负責责網网絡络終终達达發发達达開开關关長长東东門门風风龍龙鳳凤馬马鳥鸟魚鱼橋桥灣湾灘滩溝沟壩坝',
    '嶺岭嶽岳巖岩嵐岚峽峡澗涧溫温湯汤漢汉漁渔瀘泸滬沪濟济淺浅澤泽陽阳陰阴陳陈隊队雙双雲云靈灵興兴場场塢坞塘塘壯壮壽寿寶宝實实寧宁對对專专將将尋寻',
    '導导島岛嶼屿幣币帶带廣广廟庙廠厂張张強强彎弯後后從从復复徑径愛爱慶庆憲宪應应懷怀戶户擇择擴扩擔担撲扑攔拦攤摊斷断無无舊旧昇升書书會会東东極极',
    '構构樓楼樂乐樹树橫横檔档歐欧歡欢歲岁殘残殺杀氣气涼凉淚泪淨净渾浑測测準准滿满漲涨潔洁潤润澇涝濕湿瀾澜灑洒爐炉爭争牆墙獅狮獎奖獨独現现環环瑪玛',
    '產产畫画當当療疗盤盘盡尽監监眾众礦矿碼码磚砖礎础禮礼種种穀谷積积穩稳窩窝筆笔節节範范築筑簡简籃篮糧粮紅红紀纪約约純纯紙纸細细組组結结給给統统',
    '絲丝綠绿維维綱纲緊紧緣缘縱纵織织繩绳繼继續续羅罗義义習习聖圣聚聚聲声職职聽听肅肃腦脑臨临臺台舉举舊旧艦舰艙舱艱艰莊庄華华萊莱葉叶蒼苍蓋盖蓮莲',
    '蔣蒋蔭荫蕩荡薑姜藍蓝藝艺藥药蘆芦蘇苏蘭兰處处虛虚蝦虾蟲虫衛卫衝冲裝装裏里裡里製制複复見见規规視视親亲覺觉觀观計计訊讯記记設设許许診诊評评詞词',
    '試试詩诗話话該该詳详誌志認认語语誠诚課课調调談谈請请論论證证識识譚谭譯译議议護护讀读變变讓让豐丰貝贝貢贡財财貫贯貴贵買买貿贸賀贺資资賓宾賢贤',
    '賣卖質质賴赖購购贈赠趙赵趕赶跡迹踐践軍军軒轩軟软軸轴較较載载輔辅輕轻輪轮輯辑輸输轄辖轉转農农連连進进遊游過过達达違违遙遥遠远適适遷迁選选遺遗',
    '遼辽邊边鄒邹鄧邓鄭郑鄰邻醫医釋释釘钉針针鈴铃鉛铅銀银銅铜銘铭鋪铺鋼钢錄录錢钱錦锦錫锡鍋锅鍾钟鎖锁鐘钟鐵铁鑫鑫閃闪閉闭閒闲閔闵閘闸閣阁閩闽闊阔',
    '陸陆隨随險险隱隐雜杂離离難难電电霧雾靜静韋韦響响頂顶項项順顺須须頓顿預预領领頭头頻频題题額额顏颜願愿顧顾飛飞飯饭飲饮飼饲館馆駐驻駕驾駱骆騎骑',
    '驗验驚惊驛驿鬥斗鮮鲜鳴鸣鴨鸭鴻鸿鵝鹅鶴鹤鷹鹰麥麦麼么黃黄齊齐龐庞龜龟樁桩棟栋楊杨榮荣槍枪樣样橋桥機机權权為为牠它狀状猶犹獻献甕瓮畢毕異异',
  );
const simplifiedOf = new Map<string, string>();
for (let at = 0; at + 1 < traditionalPairs.length; at += 2)
  simplifiedOf.set(traditionalPairs[at]!, traditionalPairs[at + 1]!);

/** Simplified letters, and plain ones for the radicals and compatibility letters that copying from PDF leaves behind. */
export function simplified(text: string): string {
  const plain = /[\u2e80-\u2fdf\uf900-\ufaff]/.test(text)
    ? text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (letter) => letter.normalize('NFKC'))
    : text;
  // Nearly every text is simplified already: it is only looked at.
  let after: string | null = null;
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at]!;
    const to = letter > '\u4dff' ? simplifiedOf.get(letter) : undefined;
    if (to !== undefined) after ??= plain.slice(0, at);
    if (after !== null) after += to ?? letter;
  }
  return after ?? plain;
}

/** Signs people write for "nothing here". */
export const isNothing = (text: string): boolean =>
  /^([-—–/\\.。]+|无|暂无|没有|未知|不详|不清楚?|待定|待统计|待核实|待上报|待补充?|待填|未统计|统计中|空|n\/?a|null|none|nan)$/i.test(
    text,
  );

/** Excel's error values. */
export const isErrorValue = (text: string): boolean =>
  /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$/i.test(text) ||
  /^#{3,}$/.test(text);
