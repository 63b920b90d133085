"""What the rules of tone are called for readers; data/lexicons/rules.csv says what each is and weighs."""

RULES_ZH = {
    "not_but": "被否的一方",
    "negated": "否定",
    "seeming": "看似",
    "unlike": "相区别者",
    "rhetorical": "反问",
    "reversed": "反转",
    "direction": "增减",
    "excess": "过度",
    "denied": "否认",
    "left_behind": "被告别者",
    "disputed": "存疑",
    "so_called": "所谓",
    "conceded": "转折之前",
    "although": "让步",
    "main_clause": "主句",
    "hypothetical": "假设",
    "necessity": "必要",
    "possible": "或然",
    "question": "疑问",
    "intensified": "加强",
    "diminished": "减弱",
    "plain": "直接",
}


def rule_name(rule: str, language: str = "en") -> str:
    """Return what a rule of tone is called.

    >>> rule_name("left_behind"), rule_name("negated", "zh"), rule_name("plain", "zh")
    ('left behind', '否定', '直接')
    """
    english = rule.replace("_", " ")
    return RULES_ZH.get(rule, english) if language == "zh" else english
