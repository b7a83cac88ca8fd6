/**
 * What kind of utterance a message looks like, by its turns of phrase. Features of the models, never a verdict:
 * the weights are learnt. All patterns expect normalised text (NFKC, lower case).
 */
const SIGNALS: readonly (readonly [signal: string, pattern: RegExp])[] = [
  ['quote', /「[^」]{4,}」|『[^』]{4,}』|"[^"]{8,}"/u],
  [
    'outside_speaker',
    /お客(様|さん|さま)|来所者|来訪者|来庁者|利用者|受給者の方|事業主|社労士|ご本人|ご家族|奥様|ご婦人|男性|女性|\d0代|customer|caller|visitor/u,
  ],
  [
    'relayed',
    /とのこと|との(声|お声|ご?意見|ご?要望|お話|申し?出|申出|苦情|訴え|連絡)|と(言|い)われ|とおっしゃ|と仰|言ってた|言われちゃ|お叱り|ご指摘|と怒|と聞かれ|とお?尋ね|そうです[。!]?$|said|asked|complain|told (us|me)/u,
  ],
  ['anger', /苦情|クレーム|怒|激怒|キレ|立腹|憤慨|不満|納得|ひどい|angry|furious|upset|complain/u],
  [
    'thanks_relayed',
    /感謝|お礼|御礼|お褒め|褒め|喜ん|ありがとうと|ありがとうって|助かった(と|って)|thank|grateful|praise/u,
  ],
  [
    'wish',
    /(し|て|れ|せ)ば(いい|良い|よい|助か|楽|早)|たら(どう|いい|楽|助か|早)|しませんか|ませんか|ましょう|てはどう|ては(いかが|と)|べき(だ|で|と|$)|したい(です|と|。|$)|てほしい|て欲しい|できないですか|できないでしょうか|いかがでしょう|提案|改善案|のに[。!]?$|how about|should|could we|suggest|propos|why not|it would (be|help)/u,
  ],
  [
    'asks_for',
    /(て|で)(ほし|欲し)い|てくれ(?!た|て|まし)|(て|で)ください|(して|て)もらえ(ない|ま)|希望|ご?要望|お願い|望ん|リクエスト|依頼|please|would like|asked for|wish/u,
  ],
  [
    'asks_whether',
    /(の|です|ます|でしょう)か[」。?]|のか(?!も)|(と|を)?(聞|尋|訊)(か|ね)|お尋ね|質問|照会|問い?合わせ|教えて|asks? (if|whether|when|how)|wanted to know|question/u,
  ],
  [
    'finds_hard',
    /にく(い|く)|づら(い|く)|見え(ない|づら)|読め(ない|ん)|分から(ない|ん)|わから(ない|ん)|すぎ(る|て)|感想|ご?意見|むずかし|難し|不便|hard to|confusing|too (many|much|small|long)/u,
  ],
  ['effect', /削減|短縮|減る|減り|浮く|浮き|効率|楽にな|手間が?(省|な)|秒|分で済|save|faster|reduce/u],
  [
    'averted',
    /危うく|あやうく|危なかった|あわや|ところだった|ところでした|寸前|直前に気|前に気(づ|付)|事なきを|実害(なし|はな)|ヒヤリ|ヒヤッと|未然|そうになっ|かけたが|かけました(が|けど)|セーフ|気(づ|付)いてよかった|almost|nearly|near miss|just in time|before (it went|sending|we sent|anything)/u,
  ],
  [
    'worry',
    /おそれ|恐れ|かもしれな|可能性|懸念|心配|不安|リスク|危険|危な|かねな|いつか|そのうち|このまま(だと|では|放)|間に合わな|回らな|限界|脆弱|見込み|しそう|worr|risk|might|could (fail|happen)|afraid|soon|one day/u,
  ],
  [
    'happened',
    /てしま(い|っ)|ちゃ(い|っ)|判明|発覚|発見|見つか(り|っ)|漏れて(い)?(た|まし)|誤って|間違えて|間違って|ミスっ|やらかし|届いて(しま|い)|渡して|入って(い)?た|第一報|事故報告|accident|by mistake|sent .* wrong|wrong (person|customer|address)|lost|missing|mistakenly|gave .* wrong/u,
  ],
  [
    'missing',
    /見当た(ら|りませ)|見つか(らな|らず|りませ)|所在(が)?不明|行方不明|紛失|なくな(っ|り)|無くな(っ|り)|どこにもな|どっかい|出てこない|無い$|missing|can't find|cannot find/u,
  ],
  [
    'stopped_working',
    /つながらな|繋がらな|落ちて|固まっ|フリーズ|起動せ|止まって|ストップ|障害|停電|エラー(で|が)|outage|down|frozen|not working/u,
  ],
  [
    'secret',
    /匿名|内密|ここだけ|誰にも言わ|名前(を|は)?(出し|伏せ)|バレ|内部通報|公益通報|通報し|通報(です|：|:)|whistle|anonymous|confidential/u,
  ],
  [
    'wrongdoing',
    /不正|違反|違法|改ざん|改竄|隠ぺい|隠蔽|横領|着服|虚偽|架空|水増し|口止め|黙っ|なかったことに|のぞき見|覗|勝手に|無断|パワハラ|セクハラ|マタハラ|ハラスメント|いじめ|嫌がらせ|接待|商品券|リベート|癒着|談合|賄賂|サービス残業|さかのぼ|遡って(書|記|日付)|書き換え|もみ消|私的|私用|ポケット|見返り|まずく(ない|な)|やばく|fraud|bribe|harass|falsif|cover(ed)? up|embezzl|backdat|snoop|looking up/u,
  ],
  [
    'colleague',
    /上司|課長|係長|所長|部長|次長|副所長|室長|管理職|幹部|同僚|先輩|後輩|隣の席|あの人|職員が|担当者が|委託先|業者|boss|manager|colleague|coworker|co-worker|contractor|supervisor/u,
  ],
  [
    'tip',
    /コツ|豆知識|裏技|裏ワザ|備忘|ナレッジ|ノウハウ|共有です|共有します|共有まで|シェア|おすすめ|オススメ|参考(に|まで)|覚えて|ポイント(は|です|として)|と(早い|スムーズ|楽です|便利|確実)|ました。皆さん|皆さんもぜひ|メモ[:：。]|tip|fyi|pro tip|lesson|how-to|works well/u,
  ],
  [
    'how_it_is',
    /場合は|ときは|時は|の順|を確認(する|して)|を使う(と|とよ)|必要です|取扱い|判断(し|する|でき)|によれば|マニュアル|要領|q&a|問\d/u,
  ],
  [
    'status_question',
    /どうな(り|っ|る)|その後|進捗|進み具合|音沙汰|返事|(まだ|いつ)(です|でしょ|来|頃|ごろ|か[?]?$)|採用され|採否|結果(は|を|が|って|まだ)|却下|ボツ|届いて(ます|い?ますか)|受理され|承認され|状況(を|は|教|確)|検討状況|ステータス|現状|止まって(ます|い?ません)|status|any (news|update)|what happened (to|with)|how is my|approved yet|heard back|result of/u,
  ],
  [
    'own_report',
    /(私|わたし|自分|僕|俺|うち)(の|が)(出|提|報|要|投|書|送|アイ|申)|出した|送った(やつ|もの|の)|報告した|投稿した|提出した|書いた(やつ|もの)|この(前|間)の|先日の|先週の|先月の|前に(送|出|言)|あの件|例の|あれ|my (report|proposal|idea|suggestion)|i (sent|filed|submitted|reported)/u,
  ],
  ['report_number', /(inc|prp|voc|cmp|rsk|knw)[\s\-ー]*\d{2}/u],
  [
    'how_to_use',
    /使い方|やり方(を|が|は|教)|どこ(から|に|で)(入力|書|送|出|報|押|登録|見)|教えて(ください|くれ)?[。?!]*$|できますか|添付|ボタン|このボット|ボットは|メニュー|ログイン|パスワード|入力方法|書き方|how do i|how (does|can) (this|i)|can (i|you)|what (is|can) (this|you)|help/u,
  ],
  [
    'greeting',
    /^(こんにちは|こんばんは|おはよう|おつかれ|お疲れ|はじめまして|ありがとう|どうも|了解|承知|わかりました|ok|thanks|thank you|hi|hello|hey|good (morning|afternoon|evening))/u,
  ],
  [
    'hypothetical',
    /(したら|た場合|ときは|とき|起きたら)(、)?(どう|どこ|何を|誰に|まず)|もし|仮に|例えば|what if|if .* should i/u,
  ],
];

/** The names of the signals in a normalised text. */
export function signalsIn(text: string): string[] {
  return SIGNALS.filter(([, pattern]) => pattern.test(text)).map(([signal]) => signal);
}
